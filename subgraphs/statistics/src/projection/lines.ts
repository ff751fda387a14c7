import { type AgePeriodTable, unknownAgeFactor } from '@nodp/biostatistics';
import { cellsIn } from '../measures/cells.ts';
import type { Material } from '../measures/measure.ts';
import { livedBySex, type RateCell, rateCells } from '../measures/rate-cells.ts';
import type { Axis, Value } from '../sources/source.ts';
import { periodsAfter } from './periods.ts';

const AGES = 18;
/** Periods projected where the population to come is not given: fifteen years. */
const USUAL_PERIODS = 3;
/** Nordpred cuts the drift of so many. */
const MOST_PERIODS = 5;

/** Counts as shown and person-years of one line by period; null where a period of it has no person-years. */
const tableOf = (cells: readonly RateCell[], periods: number): AgePeriodTable | null => {
  const places = AGES + 1;
  const cases: Float64Array[] = [];
  const personYears: Float64Array[] = [];
  for (let period = 0; period < periods; period++) {
    const own = cells.slice(period * places, (period + 1) * places);
    const lived = Float64Array.from({ length: AGES }, (_, age) => own[age]?.lived?.[age] ?? 0);
    if (
      own
        .slice(0, AGES)
        .some(({ absent }) => absent === 'NOT_REGISTERED' || absent === 'NOT_COMPLETE')
    )
      return null;
    // A hidden count is taken as none: the model begins above the ages that have so few.
    const counts = Float64Array.from({ length: AGES }, (_, age) => own[age]?.shown.value ?? 0);
    const unknown = own[AGES]?.shown.value ?? 0;
    const known = counts.reduce((a, b) => a + b, 0);
    const factor = known > 0 ? unknownAgeFactor(counts, unknown) : 1;
    cases.push(counts.map((count) => count * factor));
    personYears.push(lived);
  }
  return { cases, personYears };
};

/** What each line of a question is projected from. */
export interface Line {
  readonly table: AgePeriodTable | null;
  readonly later: readonly Float64Array[];
}

/** @param periods whole periods of the question */
export const linesOf = async (
  { source, question: { axes, chosen, events } }: Material,
  periods: readonly Value[],
) => {
  const ages = source.dimensions.AGE?.values ?? [];
  const others = axes.filter(({ dimension }) => dimension !== 'PERIOD');
  const period: Axis = { dimension: 'PERIOD', values: periods };
  const age: Axis = { dimension: 'AGE', values: ages };
  const { cells } = await rateCells(
    source,
    events,
    { axes: [...others, period, age], chosen },
    null,
  );
  const block = periods.length * (AGES + 1);
  const given = (source.toCome?.periods ?? []).slice(0, MOST_PERIODS);
  const last = periods.at(-1)?.code ?? '';
  const usual = periodsAfter(last, Math.max(given.length, USUAL_PERIODS));
  // A population that was given holds where it begins with the period after the last.
  const follows =
    given.length > 0 && given.every(({ code }, i) => code === usual[i]?.code) ? given : null;
  const laterPeriods = follows ?? usual.slice(0, USUAL_PERIODS);
  const selection = {
    axes: [...others, { dimension: 'PERIOD' as const, values: laterPeriods }],
    chosen,
  };
  const toCome = follows === null ? null : source.toCome?.personYears(selection.axes, chosen);
  const livedIn = toCome ? livedBySex(selection, toCome) : null;
  const bothSexes = (cell: number): Float64Array | null => {
    const lived = livedIn?.(cell) ?? null;
    return (
      lived &&
      Float64Array.from({ length: AGES }, (_, i) => (lived[i] ?? 0) + (lived[AGES + i] ?? 0))
    );
  };
  const lines = Array.from({ length: cellsIn(others) }, (_, line): Line => {
    const table = tableOf(cells.slice(line * block, (line + 1) * block), periods.length);
    const stays = Float64Array.from(table?.personYears.at(-1) ?? []);
    return {
      table,
      later: laterPeriods.map((_, i) => bothSexes(line * laterPeriods.length + i) ?? stays),
    };
  });
  return { lines, laterPeriods, populationGiven: toCome != null, counts: cells.length };
};
