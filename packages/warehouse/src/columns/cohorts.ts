import { type CohortDefinition, type Criterion, stepsOf } from '@nodp/cohorts';
import {
  asKnown,
  type Bits,
  type Coded,
  canonicalCriterion,
  casesWhere,
  evaluate,
  every,
  forEach,
  has,
  or,
  rowsIn,
  whereOf,
} from '@nodp/cohorts/engine';
import type { Printed } from '@nodp/disclosure';
import { LRUCache } from 'lru-cache';
import type { Cohorts, Engine, FacetCount } from '../engines/engine.ts';
import { type AfterTreatment, afterTreatment } from './after-treatment.ts';
import { type CaseColumns, endOfPerson } from './case-columns.ts';
import { survivalOverTime } from './delayed-entry.ts';
import { type Endpoint, endpointSets } from './endpoints.ts';
import { casesWithEvent } from './events.ts';
import { FACETS, type Facet } from './facets.ts';
import { rememberingLadders } from './ladders.ts';
import { casesAtLandmark } from './landmark.ts';
import { localControl } from './local-control.ts';
import { type Members, membersOf } from './members.ts';
import { everybody, personsBy, personsIn } from './persons.ts';
import { type AnalyteResults, readResults } from './results.ts';
import { casesWithSeries } from './series.ts';
import { collecting, type SurvivalSets } from './survival-sets.ts';
import { timelinesOf } from './timelines.ts';
import { readTreatmentLines, type TreatmentLines } from './treatment-lines.ts';

/** Bytes of sets held for criteria that were asked before. */
const MOST_BYTES = 256 * 2 ** 20;
/** Analytes whose results are held: a few million rows each. */
const MOST_ANALYTES = 4;
/** What an entry of the cache takes beside its set: the key, the promise and the places in the cache. */
const ENTRY_BYTES = 1024;

/** Sets of cases by criterion; the one not asked for longest makes room. */
const remembering = (columns: CaseColumns, engine: Engine) => {
  const setBytes = Math.ceil(columns.rows / 8) + ENTRY_BYTES;
  // By size: a cache that is given its greatest number of entries makes the places of all of them at once, which took
  // 50 s and ended in “Invalid array length” for a release of five persons.
  const retained = new LRUCache<string, Promise<Bits>>({
    maxSize: Math.max(MOST_BYTES, 16 * setBytes),
    sizeCalculation: () => setBytes,
  });
  return (criterion: Criterion): Promise<Bits> => {
    const key = JSON.stringify(canonicalCriterion(criterion));
    const known = retained.get(key);
    if (known !== undefined) return known;
    const bits = casesWhere(whereOf(criterion), columns, {
      withEvent: casesWithEvent(columns, engine),
      withTimeline: timelinesOf(columns, engine).cases,
      withSeries: casesWithSeries(columns, engine),
    });
    retained.set(key, bits);
    bits.catch(() => retained.delete(key));
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

/** Cohorts of a release in memory: besides the counts the sets, with their keys. */
export interface CohortSets extends Cohorts {
  steps(definition: CohortDefinition): Promise<readonly Printed[]>;
  facets(definition: CohortDefinition): Promise<readonly FacetSet[]>;
  /** @param landmark days after diagnosis from which time counts, and by which arms are told apart; 0 for diagnosis itself */
  survival(arms: readonly CohortDefinition[], landmark?: number): Promise<SurvivalSets>;
  /** From diagnosis, persons coming into an arm on the day on which its definition comes true. */
  survivalOverTime(arms: readonly CohortDefinition[]): Promise<SurvivalSets>;
  /** What became of a cohort from the start of a treatment that its definition asks for. */
  afterTreatment(
    definition: CohortDefinition,
    treatment: Extract<Criterion, { treatment: unknown }>,
  ): Promise<AfterTreatment>;
  /** Local control of a cohort after radiotherapy. */
  localControl(definition: CohortDefinition): Promise<SurvivalSets>;
  /** Who is in exactly one of the cohorts. @param landmark as in `survival` */
  members(arms: readonly CohortDefinition[], landmark?: number): Promise<Members>;
  /** The times of the members until an endpoint. @param landmark as in `survival` */
  untilEndpoint(
    arms: readonly CohortDefinition[],
    endpoint: Endpoint,
    landmark?: number,
  ): Promise<SurvivalSets>;
  /** Results of an analyte, by the LOINC code that the release has it by. */
  results(loinc: string): Promise<AnalyteResults>;
  /** Lines of systemic treatment of each case, read when first asked for. */
  treatmentLines(): Promise<TreatmentLines>;
  /** Cases that meet a definition: exact, not to be shown. */
  cases(definition: CohortDefinition): Promise<Bits>;
  /** Persons of each definition, by itself. */
  sets(definitions: readonly CohortDefinition[]): Promise<readonly Printed[]>;
}

/** The earliest case of each person in each arm; persons of several arms are counted apart. */
const survivalOf = (
  arms: readonly Bits[],
  columns: CaseColumns,
  landmark: number,
): SurvivalSets => {
  const { person, survivalDays, flags } = columns;
  const inAny = arms.reduce(or);
  const sets = collecting(columns, arms.length);
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
            sets.share(row);
            return;
          }
          arm = i;
          chosen = at;
          break;
        }
    const days = survivalDays[chosen] as number;
    // Who died or was last seen before the landmark is not compared from it.
    if (days < 0 || (landmark > 0 && days <= landmark)) {
      sets.leave(arm, row);
      return;
    }
    sets.put(arm, row, {
      entry: 0,
      time: days - landmark,
      event: has(flags.died, chosen) ? 1 : 0,
    });
  });
  return sets.done();
};

/** Cohorts over the columns in memory; the engine is asked for persons with an event, once a criterion. */
export const cohortsInMemory = (columns: CaseColumns, engine: Engine): CohortSets => {
  const ofCriterion = remembering(columns, engine);
  const everyone = everybody(columns);
  const ladder = rememberingLadders(columns);
  const all = every(columns.rows);
  const cases = (definition: CohortDefinition) => evaluate(asKnown(definition), all, ofCriterion);
  const steps = async (definition: CohortDefinition): Promise<readonly Printed[]> => {
    const sets = await Promise.all(stepsOf(definition).map(cases));
    return [everyone, ...ladder(sets)];
  };
  /** Each definition's cases: by a landmark told by what had happened then. */
  const told = (arms: readonly CohortDefinition[], landmark: number): Promise<Bits[]> =>
    Promise.all(
      arms.map((arm) =>
        landmark === 0 ? cases(arm) : casesAtLandmark(arm, columns, engine, landmark),
      ),
    );
  const analytes = new LRUCache<string, Promise<AnalyteResults>>({ max: MOST_ANALYTES });
  let lines: Promise<TreatmentLines> | null = null;
  const members = async (arms: readonly CohortDefinition[], landmark = 0) =>
    membersOf(await told(arms, landmark), columns);
  return {
    ...{ cases, members },
    untilEndpoint: async (arms, endpoint, landmark = 0) =>
      endpointSets(await members(arms, landmark), arms.length, endpoint, landmark, columns, engine),
    count: async (definition) => personsIn(await cases(definition), columns).count,
    attrition: async (definition) => (await steps(definition)).map(({ count }) => count),
    steps,
    facets: async (definition) => facetsIn(await cases(definition), columns),
    survival: async (arms, landmark = 0) =>
      survivalOf(await told(arms, landmark), columns, landmark),
    survivalOverTime: (arms) => survivalOverTime(arms, columns, engine),
    afterTreatment: (definition, treatment) =>
      afterTreatment(definition, treatment, columns, engine),
    localControl: async (definition) => localControl(await cases(definition), columns, engine),
    results: (loinc) => {
      const known = analytes.get(loinc);
      if (known !== undefined) return known;
      const read = readResults(columns, engine, loinc);
      analytes.set(loinc, read);
      read.catch(() => analytes.delete(loinc));
      return read;
    },
    treatmentLines: () => {
      lines ??= readTreatmentLines(columns, engine).catch((error: unknown) => {
        lines = null;
        throw error;
      });
      return lines;
    },
    sets: async (definitions) =>
      (await Promise.all(definitions.map(cases))).map((bits) => personsIn(bits, columns)),
  };
};
