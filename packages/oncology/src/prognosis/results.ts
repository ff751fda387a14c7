import { printedUnit } from '@nodp/terminology/printed-unit';
import { middleDay } from '../dates/partial-date.ts';
import type { Known, LaboratoryResult, PrognosticRecord } from './record.ts';

/** Days before the diagnosis from which a result counts as of the baseline, and after it where no treatment is recorded. */
const BEFORE = 90;
const AFTER = 60;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The days of the baseline: up to the first treatment of the tumour. Null where the diagnosis has no date. */
export const baselineOf = ({
  diagnosed,
  treatments,
}: PrognosticRecord): { readonly from: string; readonly to: string } | null => {
  if (diagnosed === null) return null;
  const day = middleDay(diagnosed);
  const starts = treatments
    .flatMap(({ started, given }) => (started === null || !given ? [] : [middleDay(started)]))
    .filter((start) => start >= dayAfter(day, -BEFORE))
    .toSorted();
  return { from: dayAfter(day, -BEFORE), to: starts[0] ?? dayAfter(day, AFTER) };
};

/** The latest result of an analyte in the baseline; null where there is none. */
export const baselineResult = (
  record: PrognosticRecord,
  analyte: string,
): LaboratoryResult | null => {
  const window = baselineOf(record);
  if (window === null) return null;
  return (
    record.results
      .filter((one) => one.analyte === analyte && one.day >= window.from && one.day <= window.to)
      .toSorted((a, b) => a.day.localeCompare(b.day))
      .at(-1) ?? null
  );
};

/** The latest result of an analyte, whenever it was. */
const latestResult = (record: PrognosticRecord, analyte: string): LaboratoryResult | null =>
  record.results
    .filter((one) => one.analyte === analyte)
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .at(-1) ?? null;

const LABORATORY = { en: 'laboratory result before treatment', zh: '治疗前检验结果' };

/** A result's own number. */
export const ownValue = (result: LaboratoryResult | null): Known | undefined =>
  result === null ? undefined : { value: result.value, source: LABORATORY, date: result.day };

/** Whether a result is beyond the laboratory's own limit; undefined where it sent none. */
export const beyond = (
  result: LaboratoryResult | null,
  side: 'low' | 'high',
): Known | undefined => {
  const limit = result?.[side] ?? null;
  if (result === null || limit === null) return undefined;
  const measured = `${result.value} ${printedUnit(result.unit)}`.trim();
  const is = side === 'low' ? result.value < limit : result.value > limit;
  return {
    value: is,
    source: {
      en: `${measured}, the laboratory’s limit ${limit}`,
      zh: `${measured}，检验室界值${limit}`,
    },
    date: result.day,
  };
};

/**
 * Calcium corrected for albumin, mmol/L: measured + 0.02 × (40 − albumin in g/L).
 * Source: Payne RB et al., BMJ 1973;4:643–646, in SI units. Both are of one day.
 */
export const correctedCalcium = (record: PrognosticRecord): Known | undefined => {
  const calcium = baselineResult(record, 'calcium');
  const limit = calcium?.high ?? null;
  const albumin =
    calcium === null
      ? undefined
      : record.results.find((one) => one.analyte === 'albumin' && one.day === calcium.day);
  if (calcium === null || limit === null || albumin === undefined) return undefined;
  const corrected = calcium.value + 0.02 * (40 - albumin.value);
  return {
    value: corrected > limit,
    source: {
      en: `calcium ${calcium.value} mmol/L corrected for albumin ${albumin.value} g/L: ${corrected.toFixed(2)}, the laboratory’s limit ${limit}`,
      zh: `血钙${calcium.value} mmol/L，按白蛋白${albumin.value} g/L校正：${corrected.toFixed(2)}，检验室界值${limit}`,
    },
    date: calcium.day,
  };
};

/** Body mass index: as measured, else of the weight before treatment and the latest height, kg/m². */
export const bodyMassIndex = (record: PrognosticRecord): Known | undefined => {
  const measured = baselineResult(record, 'bmi');
  if (measured !== null) return ownValue(measured);
  const weight = baselineResult(record, 'weight-kg');
  const height = latestResult(record, 'height-cm');
  if (weight === null || height === null || height.value <= 0) return undefined;
  const { value } = weight;
  return {
    value: Math.round((value / (height.value / 100) ** 2) * 10) / 10,
    source: {
      en: `weight ${value} kg, height ${height.value} cm`,
      zh: `体重${value} kg，身高${height.value} cm`,
    },
    date: weight.day,
  };
};
