import type { CohortDefinition } from '@nodp/cohorts';
import type { Facet } from '../../columns/facets.ts';
import type { Cohorts, Engine, FacetCount, SurvivalColumns } from '../../engines/engine.ts';
import { attritionPlan, countPlan, facetsPlan, survivalPlan } from './plans.ts';

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
  const retained = {
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
      retained.arm[n] = arm;
      retained.time[n] = days;
      retained.event[n] = Number(event[i]);
      n++;
    }
  }
  return {
    arm: retained.arm.subarray(0, n),
    time: retained.time.subarray(0, n),
    event: retained.event.subarray(0, n),
    untimed,
    inSeveralArms: Math.round(several),
  };
};

/** Each question as one statement of the engine: an oracle for tests and the benchmark, never for a reader. */
export const cohortsBySql = (engine: Engine): Cohorts => ({
  count: (definition) => count(engine, definition),
  attrition: (definition) => attrition(engine, definition),
  facets: (definition) => facets(engine, definition),
  survival: (arms) => survival(engine, arms),
});
