import { type ExplainedGroup, stageGroup } from '../stage-group/stage-group.ts';
import { inputsOfRecord } from './from-record.ts';
import { type Known, type PrognosticRecord, written } from './record.ts';

/** The prognostic stage group of one classification, with what it rests on beside T, N and M. */
export interface PrognosticStage {
  readonly classification: 'c' | 'p';
  readonly derived: ExplainedGroup;
  /** Grade and receptors with their sources; what is not among them is not known. */
  readonly factors: Readonly<Partial<Record<'grade' | 'her2' | 'er' | 'pr', Known>>>;
}

type Stage = PrognosticRecord['stages'][number];

const firstOf = (
  stages: readonly Stage[],
  axis: string,
  classification: string,
): Stage | undefined =>
  stages
    .filter((one) => one.axis === axis && one.classification === classification)
    .toSorted((a, b) => (a.assessed?.date ?? '9').localeCompare(b.assessed?.date ?? '9'))[0];

/**
 * Prognostic stage groups of a carcinoma of the breast, clinical and pathological: T, N and M with grade, HER2, ER and PR. A
 * factor that is not known leaves the set of groups that it would decide between. There is none after neoadjuvant treatment.
 * Source: AJCC Cancer Staging Manual, 8th edition, chapter 48 (tables of 2018).
 */
export const prognosticStages = (record: PrognosticRecord): readonly PrognosticStage[] => {
  if (record.site !== 'breast') return [];
  const { her2, er, pr } = inputsOfRecord(record);
  const read = /^G?([1-4])$/i.exec(record.grade ?? '')?.[1];
  const grade: Known | undefined =
    read === undefined
      ? undefined
      : {
          value: read,
          source: { en: 'grade of the tumour’s report', zh: '肿瘤报告分级' },
          date: written(record.diagnosed),
        };
  const factors = Object.fromEntries(
    Object.entries({ grade, her2, er, pr }).filter(([, known]) => known !== undefined),
  );
  return (['c', 'p'] as const).flatMap((classification): PrognosticStage[] => {
    const of = (axis: string) => firstOf(record.stages, axis, classification)?.value ?? null;
    const [t, n] = [of('T'), of('N')];
    if (t === null && n === null) return [];
    // Metastases are seldom biopsied: a pathological stage takes the clinical M.
    const m = of('M') ?? firstOf(record.stages, 'M', 'c')?.value ?? null;
    return [
      {
        classification,
        factors,
        derived: stageGroup({
          chapters: ['breast-prognostic'],
          topography: record.topography,
          morphology: record.morphology,
          diagnosed: record.diagnosed,
          edition: null,
          classification,
          categories: { T: t, N: n, M: m },
          factors: Object.fromEntries(
            Object.entries(factors).map(([name, known]) => [name, String(known?.value)]),
          ),
        }),
      },
    ];
  });
};
