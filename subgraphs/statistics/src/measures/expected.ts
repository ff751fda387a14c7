import { expectedCount, unknownAgeFactor } from '@nodp/biostatistics';
import { type Counted, type DisclosureRule, discloseCounted } from '@nodp/disclosure';
import type { Axis, PersonYears, Source } from '../sources/source.ts';
import { cellsIn, countedAt, protectedCells, type Selection, sexesAtRiskBy } from './cells.ts';
import type { Events } from './measure.ts';

const AGES = 18;

/** Rates of a reference by sex and age, per person-year; null of a cell without a figure. `[sex][age]` of women, then men. */
export type ReferenceRates = Float64Array | null;

const joinedCount = (cells: readonly Counted[]): Counted => ({
  count: cells.reduce((sum, { count }) => sum + count, 0),
  moved: cells.reduce((sum, { moved }) => sum + moved, 0),
  parts: cells.flatMap(({ parts }) => parts),
});

const axisOf = (dimension: Axis['dimension'], codes: readonly string[]): Axis => ({
  dimension,
  values: codes.map((code) => ({ code, label: { en: code, zh: code } })),
});
const sexAxis = axisOf('SEX', ['FEMALE', 'MALE', 'UNKNOWN']);
/** By 18 ages, then those of unknown age. */
const ageAxis = axisOf('AGE', [
  ...Array.from({ length: AGES }, (_, i) => String(5 * i)),
  'UNKNOWN',
]);
const PLACES = AGES + 1;

/** Rates from what is shown: groups that are hidden have the rate of all the hidden ones together, cases of unknown age are spread. */
const ratesOf = (
  counted: readonly Counted[],
  shown: readonly (number | null)[],
  lived: Float64Array,
  rule: DisclosureRule,
): Float64Array => {
  const hidden = counted
    .slice(0, AGES)
    .flatMap((cell, i) => (shown[i] === null ? [[cell, i] as const] : []));
  const pooled = discloseCounted(joinedCount(hidden.map(([cell]) => cell)), rule).value ?? 0;
  const years = hidden.reduce((sum, [, i]) => sum + (lived[i] as number), 0);
  const rates = lived.map((own, i) => {
    if (own === 0) return 0;
    const cases = shown[i];
    return cases == null ? (years === 0 ? 0 : pooled / years) : cases / own;
  });
  const known = rates.map((rate, i) => rate * (lived[i] as number));
  if (known.every((cases) => cases === 0)) return rates;
  const factor = unknownAgeFactor(known, shown[AGES] ?? 0);
  return rates.map((rate) => rate * factor);
};

/**
 * Rates of each cell of a reference by sex and age, made of counts as they are shown: what is expected by them tells no more
 * than a table by sex and age does, of however many populations it is asked.
 */
export const referenceRates = async (
  source: Source,
  events: Events,
  { axes, chosen }: Selection,
): Promise<{ readonly rates: readonly ReferenceRates[]; readonly counts: number }> => {
  const crossed = axes.some(({ dimension }) => dimension === 'SEX');
  const inner = crossed ? [ageAxis] : [sexAxis, ageAxis];
  const counts = await source.count({
    ...{ events, axes: [...axes, ...inner], chosen },
    ...{ sexes: false, ages: false, registered: true },
  });
  const years: PersonYears = await source.personYears(axes, chosen);
  const size = cellsIn(inner);
  const sexes = sexesAtRiskBy({ axes, chosen });
  const rates = Array.from({ length: cellsIn(axes) }, (_, cell): ReferenceRates => {
    const lived = years.at(cell);
    const atRisk = sexes(cell);
    if (typeof lived === 'string' || atRisk === null) return null;
    const made = new Float64Array(2 * AGES);
    // Where sexes are crossed, the cell's own ages are the ages of its sex.
    for (const sex of atRisk) {
      const from = cell * size + (crossed ? 0 : sex * PLACES);
      const counted = Array.from({ length: PLACES }, (__, age) =>
        countedAt(source, counts, from + age),
      );
      const shown = protectedCells(source, [ageAxis], counted).map(({ value }) => value);
      const own = lived.subarray(sex * AGES, (sex + 1) * AGES);
      if (own.every((sum) => sum === 0)) return null;
      made.set(ratesOf(counted, shown, own, source.rule), sex * AGES);
    }
    return made;
  });
  return { rates, counts: rates.length * size };
};

/** Cases to be expected of people at risk by the rates of a reference. */
export const expectedOf = (lived: Float64Array, rates: Float64Array): number =>
  expectedCount(lived, rates, 1);
