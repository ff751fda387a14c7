import type { Compiled, Dialect } from '../compile/condition.ts';
import {
  attritionPlan,
  countPlan,
  type Facet,
  facetsPlan,
  survivalPlan,
} from '../compile/plans.ts';
import type { CohortDefinition } from '../definition/definition.ts';

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

const numbers = (columns: readonly (readonly unknown[])[], index: number): number[] =>
  (columns[index] ?? []).map(Number);

const count = async (engine: Engine, definition: CohortDefinition): Promise<number> =>
  Number((await engine.columns(countPlan(definition, engine.dialect)))[0]?.[0] ?? 0);

const attrition = async (engine: Engine, definition: CohortDefinition): Promise<number[]> =>
  (await engine.columns(attritionPlan(definition, engine.dialect))).map(([n]) => Number(n));

const facets = async (
  engine: Engine,
  definition: CohortDefinition,
): Promise<readonly FacetCount[]> => {
  const columns = await engine.columns(facetsPlan(definition, engine.dialect));
  const [names = [], keys = []] = columns;
  const counts = numbers(columns, 2);
  return names.map((facet, i) => ({
    facet: facet as Facet,
    key: keys[i] as string | null,
    count: counts[i] as number,
  }));
};

const survival = async (
  engine: Engine,
  arms: readonly CohortDefinition[],
): Promise<SurvivalColumns> => {
  const columns = await engine.columns(survivalPlan(arms, engine.dialect));
  const [ofArm = [], time = [], event = [], inArms = []] = columns;
  const size = ofArm.length;
  const kept = {
    arm: new Uint8Array(size),
    time: new Float64Array(size),
    event: new Uint8Array(size),
  };
  const untimed = arms.map(() => 0);
  let n = 0;
  let several = 0;
  for (let i = 0; i < size; i++) {
    const arm = Number(ofArm[i]);
    const shares = Number(inArms[i]);
    const days = Number(time[i]);
    if (shares > 1) several += 1 / shares;
    else if (days < 0) untimed[arm] = (untimed[arm] ?? 0) + 1;
    else {
      kept.arm[n] = arm;
      kept.time[n] = days;
      kept.event[n] = Number(event[i]);
      n++;
    }
  }
  return {
    arm: kept.arm.subarray(0, n),
    time: kept.time.subarray(0, n),
    event: kept.event.subarray(0, n),
    untimed,
    inSeveralArms: Math.round(several),
  };
};

/** Each question as one statement of the engine. */
export const cohortsBySql = (engine: Engine): Cohorts => ({
  count: (definition) => count(engine, definition),
  attrition: (definition) => attrition(engine, definition),
  facets: (definition) => facets(engine, definition),
  survival: (arms) => survival(engine, arms),
});
