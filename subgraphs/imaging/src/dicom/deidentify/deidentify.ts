import { createHmac } from 'node:crypto';
import { asciiOf, type DataSet, type Element, type Part10 } from '../part10/element.ts';
import { type Option, type Row, rowFor } from './table.ts';
import { knownType } from './types.ts';
import { isStandardUid, uidMap } from './uid-map.ts';

/** A value of a copy: bytes as they are to be written, items, or the original's. */
export type CopiedValue =
  | { readonly bytes: Uint8Array }
  | { readonly items: readonly CopiedSet[] }
  | { readonly original: Element };
export interface CopiedElement {
  readonly tag: string;
  readonly vr: string;
  readonly value: CopiedValue;
}
export type CopiedSet = readonly CopiedElement[];

export interface Profile {
  readonly options: ReadonlySet<Option>;
  /** Secret of a release: the same makes the same UIDs and days. */
  readonly key: Uint8Array;
  /** Whose images these are, by whom days are moved together. */
  readonly person: string;
}

/** An instance of which no copy may be made; the message says why. */
export class CopyRefused extends Error {}

const padded = (text: string, vr: string): Buffer => {
  const bytes = Buffer.from(text, 'latin1');
  return bytes.length % 2 === 0
    ? bytes
    : Buffer.concat([bytes, Buffer.from(vr === 'UI' ? '\0' : ' ')]);
};

/** Values that say nothing, of the VR that the attribute has to have. */
const DUMMIES: Readonly<Record<string, string>> = {
  ...{
    DA: '19000101',
    TM: '000000',
    DT: '19000101000000',
    AS: '000Y',
    UI: '2.25.0',
    DS: '0',
    IS: '0',
  },
  ...{ PN: 'ANONYMOUS', CS: 'UNKNOWN', AE: 'ANONYMOUS' },
};
const BINARY: Readonly<Record<string, number>> = {
  ...{
    US: 2,
    SS: 2,
    UL: 4,
    SL: 4,
    FL: 4,
    FD: 8,
    SV: 8,
    UV: 8,
    AT: 4,
    OB: 2,
    OW: 2,
    OF: 4,
    OD: 8,
    OL: 4,
    OV: 8,
    UN: 2,
  },
};

const dummy = (vr: string): Uint8Array =>
  BINARY[vr] === undefined ? padded(DUMMIES[vr] ?? 'REMOVED', vr) : new Uint8Array(BINARY[vr]);

/** Options that clean what nobody can clean unseen: text and pixels are taken out instead, which no reader misses more than a name. */
const CLEANED_BY_REMOVAL: ReadonlySet<Option> = new Set([
  'clean-descriptors',
  'clean-graphics',
  'clean-structured-content',
  'retain-safe-private',
]);

/** Days by which a person's dates are moved, 1 to 365: the same for all images of the person in a release. */
const shiftOf = ({ key, person }: Profile): number =>
  (createHmac('sha256', key).update(`days ${person}`).digest().readUInt32BE(0) % 365) + 1;

const moved = (text: string, days: number): string =>
  text
    .split('\\')
    .map((one) => {
      const [, year, month, day, rest = ''] = /^(\d{4})(\d{2})(\d{2})(.*)$/.exec(one.trim()) ?? [];
      if (year === undefined) return '';
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) - days));
      return `${date.toISOString().slice(0, 10).replaceAll('-', '')}${rest}`;
    })
    .join('\\');

type Done = 'keep' | 'remove' | 'empty' | 'dummy' | 'uid' | 'move';

/** What is done with an attribute, by the table, the options and the type that its module gives it (PS3.15 E.1.1). */
const actionFor = (row: Row, options: ReadonlySet<Option>, vr: string, type: 1 | 2 | 3): Done => {
  for (const [option, action] of row.options) {
    if (!options.has(option)) continue;
    if (action === 'K') return 'keep';
    if (option === 'modified-dates') return vr === 'DA' || vr === 'DT' ? 'move' : 'keep';
    // Ages above 89 and the like would have to be examined: what is to be cleaned is treated as if it were not to be retained.
    if (!CLEANED_BY_REMOVAL.has(option)) break;
  }
  if (row.basic === 'U' || row.basic === 'X/Z/U*') return vr === 'SQ' ? 'keep' : 'uid';
  if (row.basic === 'X') return 'remove';
  if (row.basic === 'Z') return 'empty';
  if (row.basic === 'D') return 'dummy';
  if (row.basic === 'Z/D') return type === 1 ? 'dummy' : 'empty';
  if (row.basic === 'X/D') return type === 1 ? 'dummy' : 'remove';
  if (type === 1) return row.basic === 'X/Z' ? 'empty' : 'dummy';
  return type === 2 ? 'empty' : 'remove';
};

const isPrivate = (tag: string): boolean => Number.parseInt(tag.slice(3, 4), 16) % 2 === 1;

/** A code of PS3.16 CID 7050. */
const CODES: Readonly<Record<Option | 'basic', readonly [string, string]>> = {
  basic: ['113100', 'Basic Application Confidentiality Profile'],
  'clean-graphics': ['113103', 'Clean Graphics Option'],
  'clean-structured-content': ['113104', 'Clean Structured Content Option'],
  'clean-descriptors': ['113105', 'Clean Descriptors Option'],
  'retain-full-dates': ['113106', 'Retain Longitudinal Temporal Information Full Dates Option'],
  'modified-dates': ['113107', 'Retain Longitudinal Temporal Information Modified Dates Option'],
  'retain-patient-characteristics': ['113108', 'Retain Patient Characteristics Option'],
  'retain-device-identity': ['113109', 'Retain Device Identity Option'],
  'retain-uids': ['113110', 'Retain UIDs Option'],
  'retain-safe-private': ['113111', 'Retain Safe Private Option'],
  'retain-institution-identity': ['113112', 'Retain Institution Identity Option'],
};

const text = (tag: string, vr: string, value: string): CopiedElement => ({
  ...{ tag, vr },
  value: { bytes: padded(value, vr) },
});

/** What says that a copy is de-identified and how (PS3.15 E.1.1, PS3.3 C.7.1.1, C.12.1). */
const said = ({ options }: Profile): CopiedSet => [
  text('00120062', 'CS', 'YES'),
  {
    ...{ tag: '00120064', vr: 'SQ' },
    value: {
      items: (['basic', ...options] as const).map((name) => [
        text('00080100', 'SH', CODES[name][0]),
        text('00080102', 'SH', 'DCM'),
        text('00080104', 'LO', CODES[name][1]),
      ]),
    },
  },
  text(
    '00280303',
    'CS',
    options.has('retain-full-dates')
      ? 'UNMODIFIED'
      : options.has('modified-dates')
        ? 'MODIFIED'
        : 'REMOVED',
  ),
];

/** Pixels that people have written on, or may have: screens, scanned paper, ultrasound's own captures. */
const MAY_BE_BURNED_IN = [
  '1.2.840.10008.5.1.4.1.1.7',
  '1.2.840.10008.5.1.4.1.1.104',
  '1.2.840.10008.5.1.4.1.1.6.1',
  '1.2.840.10008.5.1.4.1.1.3.1',
];

const refuseBurnedIn = ({ bytes, data }: Part10): void => {
  const burned = asciiOf(bytes, data, '00280301');
  const sopClass = asciiOf(bytes, data, '00080016');
  if (burned === 'YES') throw new CopyRefused('Its pixels have words burned in.');
  if (
    burned !== 'NO' &&
    MAY_BE_BURNED_IN.some((uid) => sopClass === uid || sopClass.startsWith(`${uid}.`))
  )
    throw new CopyRefused(
      'Its pixels may have words burned in, and it does not say that they have none.',
    );
  if (asciiOf(bytes, data, '00280302') === 'YES')
    throw new CopyRefused('Its pixels may show a face by which the person is recognised.');
};

/**
 * What a de-identified copy of an instance holds: the basic profile of PS3.15 annex E with the options that a release chose, in every sequence
 * as well. Private groups and group lengths go, UIDs are mapped by the release's key.
 * @throws CopyRefused where the pixels may show who it is
 */
export const deidentified = (file: Part10, profile: Profile): CopiedSet => {
  refuseBurnedIn(file);
  const { options } = profile;
  const mapped = uidMap(profile.key);
  const days = shiftOf(profile);

  const copied = (element: Element, within: string | null): CopiedElement | null => {
    const { tag, vr, items, range } = element;
    if (isPrivate(tag) || tag.endsWith('0000')) return null;
    const row = rowFor(tag);
    const done = row === undefined ? 'keep' : actionFor(row, options, vr, knownType(tag, within));
    const of = (bytes: Uint8Array): CopiedElement => ({ tag, vr, value: { bytes } });
    const own = () =>
      file.bytes
        .read(range.at, range.length)
        .toString('latin1')
        .replace(/[\0 ]+$/, '');
    if (done === 'remove') return null;
    if (done === 'empty')
      return items === undefined ? of(new Uint8Array()) : { tag, vr, value: { items: [] } };
    if (done === 'dummy')
      return items === undefined ? of(dummy(vr)) : { tag, vr, value: { items: [] } };
    if (done === 'move') return of(padded(moved(own(), days), vr));
    if (items !== undefined)
      return { tag, vr, value: { items: items.map((item) => copy(item, tag)) } };
    if (done === 'uid') {
      const uids = own()
        .split('\\')
        .map((uid) => (uid === '' || isStandardUid(uid) ? uid : mapped(uid)));
      return of(padded(uids.join('\\'), 'UI'));
    }
    return { tag, vr, value: { original: element } };
  };

  const copy = (set: DataSet, within: string | null): CopiedElement[] =>
    [...set.values()].map((element) => copied(element, within)).filter((one) => one !== null);

  const statement = said(profile);
  const replaced = new Set(statement.map(({ tag }) => tag));
  return [...copy(file.data, null).filter(({ tag }) => !replaced.has(tag)), ...statement].sort(
    (a, b) => (a.tag < b.tag ? -1 : 1),
  );
};
