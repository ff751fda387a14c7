import type { CohortExpression } from '../schema/expression.ts';
import { compileCohort } from './cohort.ts';
import type { NameOptions } from './names.ts';
import { inclusionCountsSql, type Mode, personsSql } from './statistics.ts';

/** What a generation asks of a connection: the statements of one generation run on one, one after another. */
export interface SqlConnection {
  readonly run: (statement: string) => Promise<unknown>;
  readonly rows: (query: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** A person's time in the cohort, both days within. */
export interface CohortPeriod {
  /** The person's number in the model, as text: it may be longer than a number holds. */
  readonly subjectId: string;
  readonly start: string;
  readonly end: string;
}

/** How many events, or persons, satisfy exactly these rules, by their places. */
export interface RuleCount {
  readonly rules: readonly number[];
  readonly count: number;
}

export interface InclusionCounts {
  readonly base: number;
  /** Of them, those that satisfy every rule. */
  readonly final: number;
  readonly combinations: readonly RuleCount[];
  /** Of each rule: how many satisfy it, and how many more there would be without it. */
  readonly rules: readonly { readonly satisfying: number; readonly gain: number }[];
}

export interface GeneratedCohort {
  readonly periods: readonly CohortPeriod[];
  readonly inclusion: Readonly<Record<Mode, InclusionCounts>>;
  /** Persons whom the censor window leaves no time. */
  readonly censored: number;
}

const countsOf = (combinations: readonly RuleCount[], rules: number): InclusionCounts => {
  const sum = (which: (met: readonly number[]) => boolean) =>
    combinations.reduce((total, { rules: met, count }) => total + (which(met) ? count : 0), 0);
  return {
    base: sum(() => true),
    final: sum((met) => met.length === rules),
    combinations,
    rules: Array.from({ length: rules }, (_, rule) => ({
      satisfying: sum((met) => met.includes(rule)),
      gain: sum((met) => met.length === rules - 1 && !met.includes(rule)),
    })),
  };
};

/**
 * Who belongs to a cohort, when, and what its rules take away.
 *
 * @param connection to DuckDB with tables of the OMOP Common Data Model 5.4; temporary tables are made on it and dropped again
 * @throws {CirceError} where the expression cannot be run
 */
export const generateCohort = async (
  expression: CohortExpression,
  connection: SqlConnection,
  options: NameOptions = {},
): Promise<GeneratedCohort> => {
  const { prepare, rows, clear, names } = compileCohort(expression, options);
  const count = expression.InclusionRules.length;
  const counted = async (mode: Mode) => {
    const found = await connection.rows(inclusionCountsSql(mode, names));
    return countsOf(
      found.map((row) => ({
        rules: String(row.rules).split(',').filter(Boolean).map(Number),
        count: Number(row.count),
      })),
      count,
    );
  };
  try {
    for (const statement of prepare) await connection.run(statement);
    const found = await connection.rows(rows);
    const periods = found.map((row) => ({
      subjectId: String(row.subject_id),
      start: String(row.cohort_start_date),
      end: String(row.cohort_end_date),
    }));
    const [before] = await connection.rows(personsSql(names));
    const persons = new Set(periods.map(({ subjectId }) => subjectId)).size;
    return {
      periods,
      inclusion: { events: await counted('events'), persons: await counted('persons') },
      censored: Number(before?.count ?? 0) - persons,
    };
  } finally {
    for (const statement of clear) await connection.run(statement);
  }
};
