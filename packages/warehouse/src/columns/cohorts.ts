import { type CohortDefinition, type Criterion, stepsOf } from '@nodp/cohorts';
import {
  type Bits,
  type Coded,
  canonicalCriterion,
  casesWhere,
  evaluate,
  forEach,
  has,
  or,
  rowsIn,
  whereOf,
} from '@nodp/cohorts/engine';
import { LRUCache } from 'lru-cache';
import type { Cohorts, Engine, FacetCount, SurvivalColumns } from '../engines/engine.ts';
import { type CaseColumns, endOfPerson } from './case-columns.ts';
import { casesWithEvent } from './events.ts';
import { FACETS, type Facet } from './facets.ts';
import { everybody, personsAfter, personsBy, personsIn } from './persons.ts';

/** Bytes of sets kept for criteria that were asked before. */
const MOST_BYTES = 256 * 2 ** 20;

/** Sets of cases by criterion; the one not asked for longest makes room. */
const remembering = (columns: CaseColumns, engine: Engine) => {
  const most = Math.max(16, Math.floor(MOST_BYTES / (columns.rows / 8 + 1)));
  const kept = new LRUCache<string, Promise<Bits>>({ max: most });
  return (criterion: Criterion): Promise<Bits> => {
    const key = JSON.stringify(canonicalCriterion(criterion));
    const known = kept.get(key);
    if (known !== undefined) return known;
    const bits = casesWhere(whereOf(criterion), columns, casesWithEvent(columns, engine));
    kept.set(key, bits);
    bits.catch(() => kept.delete(key));
    return bits;
  };
};

const facetColumn = (columns: CaseColumns, facet: Facet): Coded<string | number> =>
  facet === 'age_group' || facet === 'diagnosis_year' ? columns.numbers[facet] : columns[facet];

const facetsIn = (bits: Bits, columns: CaseColumns): FacetCount[] => {
  const rows = rowsIn(bits);
  return FACETS.flatMap((facet) => {
    const column = facetColumn(columns, facet);
    return Array.from(personsBy(rows, columns, column), (count, code) => ({
      facet,
      key: code === 0 ? null : String(column.values[code - 1]),
      count,
    })).filter(({ count }) => count > 0);
  });
};

/** The earliest case of each person in each arm; persons of several arms are counted apart. */
const survivalOf = (arms: readonly Bits[], columns: CaseColumns): SurvivalColumns => {
  const { person, survivalDays, flags } = columns;
  const inAny = arms.reduce(or);
  const most = personsIn(inAny, columns);
  const kept = {
    arm: new Uint8Array(most),
    time: new Float64Array(most),
    event: new Uint8Array(most),
  };
  const untimed = arms.map(() => 0);
  let n = 0;
  let inSeveralArms = 0;
  let last = -1;
  forEach(inAny, (row) => {
    const key = person[row] as number;
    if (key === last) return;
    last = key;
    const end = endOfPerson(columns, row);
    let arm = -1;
    let chosen = row;
    for (let i = 0; i < arms.length; i++)
      for (let at = row; at < end; at++)
        if (has(arms[i] as Bits, at)) {
          if (arm >= 0) {
            inSeveralArms++;
            return;
          }
          arm = i;
          chosen = at;
          break;
        }
    const days = survivalDays[chosen] as number;
    if (days < 0) {
      untimed[arm] = (untimed[arm] as number) + 1;
      return;
    }
    kept.arm[n] = arm;
    kept.time[n] = days;
    kept.event[n] = has(flags.died, chosen) ? 1 : 0;
    n++;
  });
  return {
    arm: kept.arm.subarray(0, n),
    time: kept.time.subarray(0, n),
    event: kept.event.subarray(0, n),
    untimed,
    inSeveralArms,
  };
};

/** Cohorts over the columns in memory; the engine is asked for persons with an event, once a criterion. */
export const cohortsInMemory = (columns: CaseColumns, engine: Engine): Cohorts => {
  const ofCriterion = remembering(columns, engine);
  const everyone = everybody(columns);
  const cases = (definition: CohortDefinition) => evaluate(definition, columns.rows, ofCriterion);
  return {
    count: async (definition) => personsIn(await cases(definition), columns),
    attrition: async (definition) => {
      const steps = await Promise.all(stepsOf(definition).map(cases));
      return [everyone, ...personsAfter(steps, columns)];
    },
    facets: async (definition) => facetsIn(await cases(definition), columns),
    survival: async (arms) => survivalOf(await Promise.all(arms.map(cases)), columns),
  };
};
