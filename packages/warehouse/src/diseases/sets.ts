import { addPerson, type Printed, printed, SUMS } from '@nodp/disclosure';
import {
  classesOf,
  classOf,
  type DiseaseElement,
  type DiseaseId,
  elementsOf,
  isNotKnown,
  NOT_KNOWN,
} from '@nodp/oncology/single-disease';
import type { CaseColumns } from '../columns/case-columns.ts';
import { sumOf } from '../columns/persons.ts';

/** By what completeness is told. */
export type DiseaseDivision = 'year' | 'tier' | 'province';

/** Places of an element's answers: its values or classes, then why there is none, in the order of `NOT_KNOWN`. */
export const placesOf = (element: DiseaseElement): readonly string[] => [
  ...(element.type === 'choice' ? element.values : classesOf(element)).map(({ code }) => code),
  ...NOT_KNOWN,
];

/** The place of an answer. */
export const placeOf = (element: DiseaseElement, answer: string | number): number => {
  const places = placesOf(element);
  const code =
    typeof answer === 'number' && element.type === 'number' && !isNotKnown(answer)
      ? String(classOf(element, answer))
      : String(answer);
  const place = places.indexOf(code);
  if (place < 0) throw new RangeError(`${element.id} has no value ${code}`);
  return place;
};

/** The cases of a data set: their rows among the release's cases, and of each element the place of its answer. */
export interface DiseaseColumns {
  readonly rows: Int32Array;
  /** In the order of the disease's elements. */
  readonly places: readonly Uint8Array[];
}

/** Cases of whom an element is known, is not known, and of which it is none. */
export type CompletenessSets = readonly [known: Printed, notKnown: Printed, notApplicable: Printed];

/** Sets of cases: exact, not to be shown. */
export interface DiseaseSets {
  readonly cases: Printed;
  /** Of each element, the cases of each place. */
  readonly distributions: readonly (readonly Printed[])[];
  /** Of each element and value of a division, the cases of whom it is known, is not, and is not applicable. @param keys null is not known */
  completeness(
    by: DiseaseDivision,
    keys: readonly (string | number | null)[],
  ): readonly (readonly CompletenessSets[])[];
  /** The same of all cases. */
  readonly whole: readonly CompletenessSets[];
}

/** Adds up rows by their cells. */
const setsBy = (
  columns: CaseColumns,
  rows: Int32Array,
  cells: number,
  cellOf: (at: number, row: number) => number,
): Printed[] => {
  const counts = new Int32Array(cells);
  const sums = new Int32Array(cells * SUMS);
  rows.forEach((row, at) => {
    const cell = cellOf(at, row);
    counts[cell] = (counts[cell] as number) + 1;
    addPerson(sums, cell * SUMS + sumOf(columns, row), columns.keys[row] as number);
  });
  return Array.from(counts, (count, cell) =>
    printed(count, sums.slice(cell * SUMS, (cell + 1) * SUMS)),
  );
};

const codedBy = (columns: CaseColumns, by: DiseaseDivision) =>
  by === 'year'
    ? columns.numbers.diagnosis_year
    : by === 'tier'
      ? columns.institution_tier
      : columns.province;

const STATES = 3;

export const diseaseSets = (
  id: DiseaseId,
  { rows, places }: DiseaseColumns,
  columns: CaseColumns,
): DiseaseSets => {
  const elements = elementsOf(id);
  const sizes = elements.map((element) => placesOf(element).length);
  /** Known, not known, not applicable. */
  const stateOf = (element: number, at: number): number => {
    const fromEnd = (sizes[element] as number) - ((places[element] as Uint8Array)[at] as number);
    return fromEnd > NOT_KNOWN.length ? 0 : NOT_KNOWN.at(-fromEnd) === 'NOT_APPLICABLE' ? 2 : 1;
  };
  /** Sets by element, key and state. @param keyOf the place of a case's key; those of none are left out */
  const divided = (keys: number, keyOf: (row: number) => number | undefined) =>
    elements.map((_, element) => {
      const cells = setsBy(columns, rows, (keys + 1) * STATES, (at, row) => {
        const key = keyOf(row) ?? keys;
        return key * STATES + stateOf(element, at);
      });
      return Array.from(
        { length: keys },
        (_, key) => cells.slice(key * STATES, (key + 1) * STATES) as unknown as CompletenessSets,
      );
    });
  return {
    cases: setsBy(columns, rows, 1, () => 0)[0] as Printed,
    distributions: elements.map((_, i) =>
      setsBy(columns, rows, sizes[i] as number, (at) => (places[i] as Uint8Array)[at] as number),
    ),
    whole: divided(1, () => 0).map(([only]) => only as CompletenessSets),
    completeness: (by, keys) => {
      const { codes, values } = codedBy(columns, by);
      const place = new Map(keys.map((key, i) => [key, i]));
      const ofCode = [null, ...values].map((value) => place.get(value));
      return divided(keys.length, (row) => ofCode[codes[row] as number]);
    },
  };
};
