import type { ConceptSetSelection, NumericRange } from '../schema/values.ts';
import type { Row } from './open-cdm.ts';

/** A person's rows, as the tables have them; days are whole numbers since 1970. */
export interface Person {
  readonly id: number;
  readonly gender: number;
  readonly born: number;
  readonly observed: readonly { readonly from: number; readonly to: number }[];
  readonly rows: Readonly<
    Record<
      'ConditionOccurrence' | 'DrugExposure' | 'Measurement' | 'Death' | 'VisitOccurrence',
      readonly Row[]
    >
  >;
}

export interface Found {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly visit: number | null;
  readonly concept: number;
  readonly row: Row;
}
export interface Index extends Found {
  readonly op: { readonly from: number; readonly to: number };
}
export type Codesets = ReadonlyMap<number, ReadonlySet<number>>;

export const number = (row: Row, column: string): number | null =>
  (row[column] as number | null) ?? null;

export const READ: Readonly<Record<string, (row: Row, person: Person) => Found>> = {
  ConditionOccurrence: (row) => ({
    id: number(row, 'condition_occurrence_id') as number,
    start: number(row, 'condition_start_date') as number,
    end: number(row, 'condition_end_date') ?? (number(row, 'condition_start_date') as number) + 1,
    visit: number(row, 'visit_occurrence_id'),
    concept: number(row, 'condition_concept_id') as number,
    row,
  }),
  DrugExposure: (row) => {
    const start = number(row, 'drug_exposure_start_date') as number;
    return {
      id: number(row, 'drug_exposure_id') as number,
      start,
      end: number(row, 'drug_exposure_end_date') ?? start + (number(row, 'days_supply') ?? 1),
      visit: number(row, 'visit_occurrence_id'),
      concept: number(row, 'drug_concept_id') as number,
      row,
    };
  },
  Measurement: (row) => ({
    id: number(row, 'measurement_id') as number,
    start: number(row, 'measurement_date') as number,
    end: (number(row, 'measurement_date') as number) + 1,
    visit: number(row, 'visit_occurrence_id'),
    concept: number(row, 'measurement_concept_id') as number,
    row,
  }),
  Death: (row, { id }) => ({
    id,
    start: number(row, 'death_date') as number,
    end: (number(row, 'death_date') as number) + 1,
    visit: null,
    concept: number(row, 'cause_concept_id') ?? 0,
    row,
  }),
  VisitOccurrence: (row) => ({
    id: number(row, 'visit_occurrence_id') as number,
    start: number(row, 'visit_start_date') as number,
    end: number(row, 'visit_end_date') as number,
    visit: number(row, 'visit_occurrence_id'),
    concept: number(row, 'visit_concept_id') as number,
    row,
  }),
};

export const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();

export const inRange = (
  value: number | null,
  { Value = 0, Op = '', Extent = 0 }: NumericRange,
): boolean => {
  if (value === null) return false;
  switch (Op) {
    case 'lt':
      return value < Value;
    case 'lte':
      return value <= Value;
    case 'eq':
      return value === Value;
    case '!eq':
      return value !== Value;
    case 'gt':
      return value > Value;
    case 'gte':
      return value >= Value;
    case 'bt':
      return value >= Value && value <= Extent;
    default:
      return !(value >= Value && value <= Extent);
  }
};

export const inSelection = (
  value: number | null,
  { CodesetId, IsExclusion }: ConceptSetSelection,
  codesets: Codesets,
): boolean => {
  if (CodesetId === undefined) return IsExclusion ? value === null : value !== null;
  if (value === null) return false;
  return (codesets.get(CodesetId)?.has(value) ?? false) !== IsExclusion;
};
