import type { Engine } from '../engines/engine.ts';
import { keysOfRows } from './person-keys.ts';

/** What is told of a person in a programme in a year. */
export interface ScreeningRow {
  readonly programme: string;
  readonly year: number;
  readonly sex: string | null;
  /** Lower bound of the five-year group. */
  readonly ageGroup: number | null;
  readonly residence: string | null;
  readonly invited: boolean;
  readonly attended: boolean;
  readonly result: string | null;
  readonly outcome: string | null;
  readonly stage: string | null;
}

/** Rows of screening, exact and not to be shown, with each person's key for disclosure control. */
export interface ScreeningRows {
  readonly rows: readonly ScreeningRow[];
  readonly person: Int32Array;
  readonly keys: Int32Array;
}

const text = (value: unknown): string | null => (value === null ? null : String(value));

/** Reads them once. @param secret of 32 bytes, as for the cases of the release */
export const readScreening = async (engine: Engine, secret: Uint8Array): Promise<ScreeningRows> => {
  const columns = await engine.columns({
    text: `select person_key, coalesce(record_key, 0), programme, year, sex, age_group, residence, invited, attended, result,
      outcome, stage from ${engine.dialect.table('screening')} order by programme, year, person_key`,
    parameters: [],
  });
  const [persons = [], stored = [], ...told] = columns;
  const person = Int32Array.from(persons, Number);
  return {
    rows: persons.map((_, i): ScreeningRow => {
      const [programme, year, sex, age, residence, invited, attended, result, outcome, stage] =
        told.map((column) => column[i]);
      return {
        programme: String(programme),
        year: Number(year),
        sex: text(sex),
        ageGroup: age === null ? null : Number(age),
        residence: text(residence),
        invited: invited === true,
        attended: attended === true,
        result: text(result),
        outcome: text(outcome),
        stage: text(stage),
      };
    }),
    person,
    keys: keysOfRows(Int32Array.from(stored, Number), person, secret),
  };
};
