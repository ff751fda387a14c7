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
import { addPerson, type Printed, printed, SUMS } from '@nodp/disclosure';
import { LRUCache } from 'lru-cache';
import type { Cohorts, Engine, FacetCount, SurvivalColumns } from '../engines/engine.ts';
import { type CaseColumns, endOfPerson } from './case-columns.ts';
import { casesWithEvent } from './events.ts';
import { FACETS, type Facet } from './facets.ts';
import { casesAtLandmark } from './landmark.ts';
import { everybody, personsAfter, personsBy, personsIn, sumOf } from './persons.ts';

/** Bytes of sets held for criteria that were asked before. */
const MOST_BYTES = 256 * 2 ** 20;
/** What an entry of the cache takes beside its set: the key, the promise and the places in the cache. */
const ENTRY_BYTES = 1024;

/** Sets of cases by criterion; the one not asked for longest makes room. */
const remembering = (columns: CaseColumns, engine: Engine) => {
  const setBytes = Math.ceil(columns.rows / 8) + ENTRY_BYTES;
  // By size: a cache that is given its greatest number of entries makes the places of all of them at once, which took
  // 50 s and ended in “Invalid array length” for a release of five persons.
  const kept = new LRUCache<string, Promise<Bits>>({
    maxSize: Math.max(MOST_BYTES, 16 * setBytes),
    sizeCalculation: () => setBytes,
  });
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

/** Persons of a cohort with one value of a facet. */
export interface FacetSet extends FacetCount {
  readonly set: Printed;
}

const facetsIn = (bits: Bits, columns: CaseColumns): FacetSet[] => {
  const rows = rowsIn(bits);
  return FACETS.flatMap((facet) => {
    const column = facetColumn(columns, facet);
    return personsBy(rows, columns, column)
      .map((set, code) => ({
        facet,
        key: code === 0 ? null : String(column.values[code - 1]),
        count: set.count,
        set,
      }))
      .filter(({ count }) => count > 0);
  });
};

/** What estimators read, with the persons of each arm as sets: those analysed, and those whose survival is not known. */
export interface SurvivalSets extends SurvivalColumns {
  /** The disclosure key of each row's person. */
  readonly key: Int32Array;
  readonly analysed: readonly Printed[];
  readonly left: readonly Printed[];
  readonly shared: Printed;
}

/** Cohorts of a release in memory: besides the counts the sets, with their keys. */
export interface CohortSets extends Cohorts {
  steps(definition: CohortDefinition): Promise<readonly Printed[]>;
  facets(definition: CohortDefinition): Promise<readonly FacetSet[]>;
  /** @param landmark days after diagnosis from which time counts, and by which arms are told apart; 0 for diagnosis itself */
  survival(arms: readonly CohortDefinition[], landmark?: number): Promise<SurvivalSets>;
  /** Persons of each definition, by itself. */
  sets(definitions: readonly CohortDefinition[]): Promise<readonly Printed[]>;
}

/** The earliest case of each person in each arm; persons of several arms are counted apart. */
const survivalOf = (
  arms: readonly Bits[],
  columns: CaseColumns,
  landmark: number,
): SurvivalSets => {
  const { person, survivalDays, flags, keys } = columns;
  const inAny = arms.reduce(or);
  const most = personsIn(inAny, columns).count;
  const kept = {
    arm: new Uint8Array(most),
    time: new Float64Array(most),
    event: new Uint8Array(most),
    key: new Int32Array(most),
  };
  const untimed = arms.map(() => 0);
  // Of each arm: analysed, then left out; then of all: of several arms.
  const sums = new Int32Array((2 * arms.length + 1) * SUMS);
  const counts = new Int32Array(2 * arms.length + 1);
  const put = (set: number, row: number) => {
    counts[set] = (counts[set] as number) + 1;
    addPerson(sums, set * SUMS + sumOf(columns, row), keys[row] as number);
  };
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
            put(2 * arms.length, row);
            return;
          }
          arm = i;
          chosen = at;
          break;
        }
    const days = survivalDays[chosen] as number;
    // Who died or was last seen before the landmark is not compared from it.
    if (days < 0 || (landmark > 0 && days <= landmark)) {
      untimed[arm] = (untimed[arm] as number) + 1;
      put(2 * arm + 1, row);
      return;
    }
    put(2 * arm, row);
    kept.arm[n] = arm;
    kept.time[n] = days - landmark;
    kept.key[n] = keys[chosen] as number;
    kept.event[n] = has(flags.died, chosen) ? 1 : 0;
    n++;
  });
  const setOf = (set: number) =>
    printed(counts[set] as number, sums.slice(set * SUMS, (set + 1) * SUMS));
  return {
    analysed: arms.map((_, arm) => setOf(2 * arm)),
    left: arms.map((_, arm) => setOf(2 * arm + 1)),
    shared: setOf(2 * arms.length),
    arm: kept.arm.subarray(0, n),
    time: kept.time.subarray(0, n),
    event: kept.event.subarray(0, n),
    key: kept.key.subarray(0, n),
    untimed,
    inSeveralArms,
  };
};

/** Cohorts over the columns in memory; the engine is asked for persons with an event, once a criterion. */
export const cohortsInMemory = (columns: CaseColumns, engine: Engine): CohortSets => {
  const ofCriterion = remembering(columns, engine);
  const everyone = everybody(columns);
  const cases = (definition: CohortDefinition) => evaluate(definition, columns.rows, ofCriterion);
  const steps = async (definition: CohortDefinition): Promise<readonly Printed[]> => {
    const sets = await Promise.all(stepsOf(definition).map(cases));
    return [everyone, ...personsAfter(sets, columns)];
  };
  return {
    count: async (definition) => personsIn(await cases(definition), columns).count,
    attrition: async (definition) => (await steps(definition)).map(({ count }) => count),
    steps,
    facets: async (definition) => facetsIn(await cases(definition), columns),
    survival: async (arms, landmark = 0) => {
      const of = (definition: CohortDefinition) =>
        landmark === 0 ? cases(definition) : casesAtLandmark(definition, columns, engine, landmark);
      return survivalOf(await Promise.all(arms.map(of)), columns, landmark);
    },
    sets: async (definitions) =>
      (await Promise.all(definitions.map(cases))).map((bits) => personsIn(bits, columns)),
  };
};
