import type { Febrl } from './febrl.ts';
import { type Draw, drawing } from './random.ts';

/**
 * Sets in the form of FEBRL's: originals of our own making, and duplicates with the kinds of errors that its generator
 * makes (Christen 2005): slips of the keyboard, signs that look or sound alike, words parted or run together, fields that change places,
 * values left out or another's.
 */

const SYLLABLES =
  'an bel car dor el fin gar hol is jan ker lin mar nor ol pet rin sal tor van wil yor zan cor bre the ston ley ham'.split(
    ' ',
  );
const STREETS = ['street', 'place', 'crescent', 'circuit', 'avenue', 'close'];
const STATES = ['nsw', 'vic', 'qld', 'wa', 'sa', 'tas'];

const word = (draw: Draw, syllables: number): string =>
  Array.from({ length: syllables }, () => draw.pick(SYLLABLES)).join('');

/** The n-th value is drawn as often as the first divided by n. */
const zipf = (draw: Draw, values: readonly string[]): string =>
  values[Math.floor(values.length ** draw.number()) - 1] ?? (values[0] as string);

const SIGNS = 'abcdefghijklmnopqrstuvwxyz';
const LOOKALIKE: readonly (readonly [string, string])[] = [
  ['l', 'i'],
  ['m', 'rn'],
  ['w', 'vv'],
  ['u', 'v'],
  ['g', 'q'],
  ['e', 'c'],
  ['5', 's'],
  ['0', 'o'],
  ['1', 'l'],
];
const SOUNDALIKE: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['c', 'k'],
  ['y', 'i'],
  ['th', 't'],
  ['ee', 'ea'],
  ['s', 'z'],
  ['ie', 'y'],
  ['ll', 'l'],
];

const slip = (draw: Draw, text: string): string => {
  const at = draw.whole(text.length);
  const sign = /\d/.test(text[at] as string) ? String(draw.whole(10)) : draw.pick([...SIGNS]);
  const kinds = [
    () => text.slice(0, at) + sign + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + sign + text.slice(at + 1),
    () => text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2),
  ];
  return draw.pick(kinds)();
};

const alike = (draw: Draw, text: string, from: typeof LOOKALIKE): string => {
  const [one, other] = draw.pick(from);
  return text.includes(one) ? text.replace(one, other) : slip(draw, text);
};

const words = (draw: Draw, text: string): string => {
  if (text.includes(' ') && draw.chance(0.5)) return text.replace(' ', '');
  const at = 1 + draw.whole(Math.max(1, text.length - 1));
  return `${text.slice(0, at)} ${text.slice(at)}`.trim();
};

type Value = Exclude<keyof Febrl, 'person' | 'duplicate'>;
const VALUES: readonly Value[] = [
  'given',
  'surname',
  'houseNumber',
  'street',
  'place',
  'suburb',
  'postcode',
  'state',
  'born',
  'socialSecurity',
];

const changed = (draw: Draw, record: Febrl, others: readonly Febrl[]): Febrl => {
  const kind = draw.number();
  if (kind < 0.04) return { ...record, given: record.surname, surname: record.given };
  if (kind < 0.08) return { ...record, street: record.place, place: record.street };
  const field = draw.pick(VALUES);
  const text = record[field];
  if (text === '') return record;
  const value =
    kind < 0.16
      ? ''
      : kind < 0.21
        ? draw.pick(others)[field]
        : kind < 0.6
          ? slip(draw, text)
          : kind < 0.72
            ? alike(draw, text, LOOKALIKE)
            : kind < 0.84
              ? alike(draw, text, SOUNDALIKE)
              : words(draw, text);
  return { ...record, [field]: value };
};

export interface FebrlLike {
  readonly originals: number;
  readonly duplicates: number;
  /** Of one original. */
  readonly mostDuplicates: number;
  /** Of one duplicate; at least one. */
  readonly mostChanges: number;
  readonly seed: number;
}

const original = (draw: Draw, person: number, lists: readonly (readonly string[])[]): Febrl => {
  const [given = [], surnames = [], streets = [], places = [], suburbs = []] = lists;
  const maybe = (value: string, missing: number) => (draw.chance(missing) ? '' : value);
  const born = new Date(Date.UTC(1910, 0, 1) + draw.whole(90 * 365) * 86_400_000);
  return {
    person: String(person),
    duplicate: false,
    given: maybe(zipf(draw, given), 0.02),
    surname: maybe(zipf(draw, surnames), 0.01),
    houseNumber: maybe(String(1 + draw.whole(draw.chance(0.8) ? 60 : 300)), 0.04),
    street: maybe(`${zipf(draw, streets)} ${draw.pick(STREETS)}`, 0.02),
    place: maybe(zipf(draw, places), 0.1),
    suburb: maybe(zipf(draw, suburbs), 0.01),
    postcode: String(2000 + draw.whole(1500) * 4).slice(0, 4),
    state: maybe(draw.pick(STATES), 0.05),
    born: maybe(born.toISOString().slice(0, 10).replaceAll('-', ''), 0.02),
    socialSecurity: String(1_000_000 + draw.whole(9_000_000)),
  };
};

/** How many duplicates each original has, by Zipf's law, to the number asked. */
const duplicatesOf = (
  draw: Draw,
  { originals, duplicates, mostDuplicates }: FebrlLike,
): number[] => {
  const counts = new Array<number>(originals).fill(0);
  let left = duplicates;
  while (left > 0) {
    const at = draw.whole(originals);
    if ((counts[at] as number) > 0) continue;
    const number = Math.min(left, Math.floor((mostDuplicates + 1) ** draw.number()));
    counts[at] = number;
    left -= number;
  }
  return counts;
};

/** @returns originals and their duplicates, shuffled */
export const febrlLike = (options: FebrlLike): Febrl[] => {
  const draw = drawing(options.seed);
  const list = (size: number, syllables: readonly number[]) => [
    ...new Set(Array.from({ length: size }, () => word(draw, draw.pick(syllables)))),
  ];
  const lists = [
    list(400, [1, 2, 2]),
    list(2000, [2, 3]),
    list(2500, [2, 3]),
    list(3000, [2, 3, 4]),
    list(900, [2, 3]),
  ];
  const originals = Array.from({ length: options.originals }, (_, i) => original(draw, i, lists));
  const counts = duplicatesOf(draw, options);
  const records = originals.flatMap((one, i) => [
    one,
    ...Array.from({ length: counts[i] as number }, () => {
      let record: Febrl = { ...one, duplicate: true };
      const changes = 1 + draw.whole(options.mostChanges);
      for (let change = 0; change < changes; change++) record = changed(draw, record, originals);
      return record;
    }),
  ]);
  return records
    .map((record) => ({ record, at: draw.number() }))
    .sort((a, b) => a.at - b.at)
    .map(({ record }) => record);
};
