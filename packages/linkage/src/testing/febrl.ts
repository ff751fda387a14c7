import { compareDates, DATE_LEVELS } from '../compare/date.ts';
import type { Field } from '../model/field.ts';
import { editDistance } from '../text/damerau.ts';
import { jaroWinkler } from '../text/jaro-winkler.ts';

/** A record of the FEBRL data sets (Christen 2008); empty where it does not say. */
export interface Febrl {
  /** Which person, by the set's truth. */
  readonly person: string;
  readonly duplicate: boolean;
  readonly given: string;
  readonly surname: string;
  readonly houseNumber: string;
  readonly street: string;
  readonly place: string;
  readonly suburb: string;
  readonly postcode: string;
  readonly state: string;
  /** YYYYMMDD. */
  readonly born: string;
  readonly socialSecurity: string;
}

/** Reads `rec_id, given_name, …`: values hold no commas. The truth is in `rec-PERSON-org` and `rec-PERSON-dup-N`. */
export const readFebrl = (csv: string): Febrl[] =>
  csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [id = '', given = '', surname = '', houseNumber = '', ...rest] = line
        .split(',')
        .map((value) => value.trim());
      const [street = '', place = '', suburb = '', postcode = '', state = '', born = ''] = rest;
      const match = /^rec-(\d+)-(org|dup)/.exec(id);
      if (match === null) throw new Error(`“${id}” names no person of a FEBRL set.`);
      return {
        person: match[1] as string,
        duplicate: match[2] === 'dup',
        ...{ given, surname, houseNumber, street, place, suburb, postcode, state, born },
        socialSecurity: rest[6] ?? '',
      };
    });

const joined = (text: string): string => text.replace(/[^a-z0-9]/g, '');

const either = (left: string, right: string): boolean => left === '' || right === '';

/** Names: exact, two grades of Jaro–Winkler, the given name in the surname's place, none of these. */
const nameField = (name: 'given' | 'surname'): Field<Febrl> => {
  const other = name === 'given' ? 'surname' : 'given';
  return {
    name,
    levels: ['same', 'near', 'likely', 'swapped', 'differs'],
    compare: (a, b) => {
      const swapped =
        (a[name] !== '' && a[name] === b[other]) || (b[name] !== '' && b[name] === a[other]);
      if (either(a[name], b[name])) return swapped ? 3 : null;
      const [left, right] = [joined(a[name]), joined(b[name])];
      if (left === right) return 0;
      if (swapped) return 3;
      const similarity = jaroWinkler(left, right);
      if (similarity >= 0.92 || editDistance(left, right, 1) <= 1) return 1;
      return similarity >= 0.8 ? 2 : 4;
    },
    term: (a, b, level) =>
      level === 0 ? joined(a[name]) : level === 3 ? joined(a[name] || b[name]) : null,
  };
};

const editField = (
  name: 'houseNumber' | 'suburb' | 'postcode' | 'socialSecurity',
  grades: readonly number[],
): Field<Febrl> => ({
  name,
  levels: ['same', ...grades.map((edits) => `${edits} edits`), 'differs'],
  compare: (a, b) => {
    if (either(a[name], b[name])) return null;
    const [left, right] = [joined(a[name]), joined(b[name])];
    if (left === right) return 0;
    const most = grades.at(-1) ?? 0;
    const edits = editDistance(left, right, most);
    const grade = grades.findIndex((of) => edits <= of);
    return grade === -1 ? grades.length + 1 : grade + 1;
  },
  term: (a, _, level) => (level === 0 && name === 'suburb' ? joined(a[name]) : null),
});

/** Streets and places stand in each other's place in some records: the better of both ways counts. */
const addressField = (name: 'street' | 'place'): Field<Febrl> => {
  const other = name === 'street' ? 'place' : 'street';
  const grade = (left: string, right: string): number | null => {
    if (either(left, right)) return null;
    const [a, b] = [joined(left), joined(right)];
    if (a === b) return 0;
    if (editDistance(a, b, 2) <= 2) return 1;
    return jaroWinkler(a, b) >= 0.9 ? 2 : 3;
  };
  return {
    name,
    levels: ['same', '2 edits', 'near', 'differs'],
    compare: (a, b) => {
      const straight = grade(a[name], b[name]);
      const crossed = [grade(a[name], b[other]), grade(a[other], b[name])].filter(
        (g) => g !== null,
      );
      const best = Math.min(...crossed, 3);
      if (straight === null) return best < 2 ? best : null;
      return Math.min(straight, best);
    },
  };
};

export const FEBRL_FIELDS: readonly Field<Febrl>[] = [
  nameField('given'),
  nameField('surname'),
  editField('houseNumber', [1]),
  addressField('street'),
  addressField('place'),
  editField('suburb', [2]),
  editField('postcode', [1]),
  {
    name: 'state',
    levels: ['same', 'differs'],
    compare: (a, b) => (either(a.state, b.state) ? null : a.state === b.state ? 0 : 1),
  },
  {
    name: 'born',
    levels: DATE_LEVELS,
    compare: (a, b) =>
      either(a.born, b.born) ? null : DATE_LEVELS.indexOf(compareDates(a.born, b.born)),
  },
  editField('socialSecurity', [1, 2]),
];

/** The consonants of a name's first sounds, and its first letter: what survives most slips. */
const skeleton = (text: string): string => {
  const letters = joined(text);
  return (
    letters.slice(0, 1) +
    letters
      .slice(1)
      .replace(/[aeiouyhw]/g, '')
      .slice(0, 3)
  );
};

/** Keys under which records of one person are likely to meet; a value that is not said makes none. */
export const febrlKeys = (r: Febrl): string[] => {
  const key = (name: string, ...values: readonly string[]): string[] =>
    values.includes('') ? [] : [`${name} ${values.join(' ')}`];
  const address = [joined(r.street), joined(r.place)];
  const names = [skeleton(r.given), skeleton(r.surname)];
  return [
    ...key('number', r.socialSecurity),
    ...key('born', r.born),
    ...key('names', ...names.toSorted()),
    ...address.flatMap((line) => key('line', line.slice(0, 8), r.houseNumber)),
    ...address.flatMap((line) => key('line', line)),
    ...names.flatMap((name) => key('name postcode', name, r.postcode)),
    ...names.flatMap((name) => key('name number', name, r.houseNumber)),
    ...names.flatMap((name) => key('name suburb', name, joined(r.suburb).slice(0, 5))),
    ...names.flatMap((name) => key('name year', name, r.born.slice(0, 6))),
    ...names.flatMap((name) => key('name day', name, r.born.slice(4))),
    ...key('number half', r.socialSecurity.slice(0, 4), r.born.slice(0, 4)),
    ...key('number end', r.socialSecurity.slice(-4), r.postcode),
  ];
};
