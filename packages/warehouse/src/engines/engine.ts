import type { CohortDefinition } from '@nodp/cohorts';
import type { Dialect, Parameter } from '@nodp/cohorts/engine';
import type { Facet } from '../columns/facets.ts';

/** A statement with its parameters, bound by place. */
export interface Compiled {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** Where a release is asked: DuckDB over its files, or PostgreSQL over the same tables. */
export interface Engine {
  readonly dialect: Dialect;
  /** Columns of the answer, integers as numbers. */
  columns(plan: Compiled): Promise<readonly (readonly unknown[])[]>;
  /** The same of a plan whose columns are all 32-bit integers without nulls: for many rows. */
  integers(plan: Compiled): Promise<readonly Int32Array[]>;
  close(): Promise<void>;
}

export interface FacetCount {
  readonly facet: Facet;
  /** Null where not known. */
  readonly key: string | null;
  /** Persons. */
  readonly count: number;
}

/** What survival estimators read. Persons of several arms are left out and counted. */
export interface SurvivalColumns {
  readonly arm: Uint8Array;
  /** Days from diagnosis. */
  readonly time: Float64Array;
  /** 1 died, 0 censored. */
  readonly event: Uint8Array;
  /** Persons of the arm whose survival is not known. */
  readonly untimed: readonly number[];
  readonly inSeveralArms: number;
}

/** Questions about cohorts. Counts are exact: not to be shown before they passed disclosure control. */
export interface Cohorts {
  /** Persons of a cohort. */
  count(definition: CohortDefinition): Promise<number>;
  /** Persons of the release, then after each step of the definition's root. */
  attrition(definition: CohortDefinition): Promise<readonly number[]>;
  /** Persons by value of each facet; values of nobody are left out. */
  facets(definition: CohortDefinition): Promise<readonly FacetCount[]>;
  survival(arms: readonly CohortDefinition[]): Promise<SurvivalColumns>;
}
