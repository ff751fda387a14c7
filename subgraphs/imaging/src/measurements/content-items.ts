import type { WrittenSet } from '../dicom/part10/write.ts';
import type { Point } from './geometry.ts';

/** A code as a content item holds it. */
export type Code = readonly [
  value: string,
  scheme: 'DCM' | 'SCT' | 'UCUM' | 'RFC5646',
  meaning: string,
];

const codeItem = ([value, scheme, meaning]: Code): WrittenSet => ({
  '00080100': ['SH', value],
  '00080102': ['SH', scheme],
  '00080104': ['LO', meaning],
});
export const code = (tag: string, of: Code): WrittenSet => ({
  [tag]: ['SQ', { items: [codeItem(of)] }],
});

type Relation =
  | 'CONTAINS'
  | 'HAS OBS CONTEXT'
  | 'HAS CONCEPT MOD'
  | 'INFERRED FROM'
  | 'SELECTED FROM';

export const item = (
  relation: Relation,
  type: string,
  name: Code | null,
  more: WrittenSet,
  below: readonly WrittenSet[] = [],
): WrittenSet => ({
  '0040A010': ['CS', relation],
  '0040A040': ['CS', type],
  ...(name !== null && code('0040A043', name)),
  ...more,
  ...(below.length > 0 && { '0040A730': ['SQ', { items: below }] as const }),
});

export const SEPARATE: WrittenSet = { '0040A050': ['CS', 'SEPARATE'] };
export const coded = (
  relation: Relation,
  name: Code,
  value: Code,
  below: readonly WrittenSet[] = [],
) => item(relation, 'CODE', name, code('0040A168', value), below);
export const container = (name: Code, below: readonly WrittenSet[], more: WrittenSet = {}) =>
  item('CONTAINS', 'CONTAINER', name, { ...SEPARATE, ...more }, below);
export const template = (id: string): WrittenSet => ({
  '0040A504': ['SQ', { items: [{ '00080105': ['CS', 'DCMR'], '0040DB00': ['CS', id] }] }],
});

/** A decimal string of at most sixteen characters (PS3.5 6.2). */
const decimal = (value: number): string => {
  for (let digits = 15; digits > 0; digits--) {
    const text = String(Number(value.toPrecision(digits)));
    if (text.length <= 16) return text;
  }
  throw new RangeError(`${value} has no decimal string of sixteen characters.`);
};

export const number = (
  name: Code,
  value: number,
  unit: Code,
  below: readonly WrittenSet[],
): WrittenSet =>
  item(
    'CONTAINS',
    'NUM',
    name,
    {
      '0040A300': [
        'SQ',
        { items: [{ ...code('004008EA', unit), '0040A30A': ['DS', decimal(value)] }] },
      ],
    },
    below,
  );

export const MM: Code = ['mm', 'UCUM', 'millimeter'];
export const MM2: Code = ['mm2', 'UCUM', 'square millimeter'];

export interface Source {
  readonly sopClass: string;
  readonly sopUid: string;
  readonly frame: number;
  readonly isMultiframe: boolean;
}

export const reference = ({ sopClass, sopUid, frame, isMultiframe }: Source): WrittenSet => ({
  '00081150': ['UI', sopClass],
  '00081155': ['UI', sopUid],
  ...(isMultiframe && { '00081160': ['IS', String(frame)] as const }),
});

export const image = (relation: Relation, source: Source): WrittenSet =>
  item(relation, 'IMAGE', null, { '00081199': ['SQ', { items: [reference(source)] }] });

export const graphic = (type: string, points: readonly Point[], source: Source): WrittenSet =>
  item(
    'INFERRED FROM',
    'SCOORD',
    null,
    { '00700022': ['FL', points.flat()], '00700023': ['CS', type] },
    [image('SELECTED FROM', source)],
  );
