import { classificationOfStage } from '@nodp/terminology';
import { latestDay } from '../dates/partial-date.ts';
import { type Primary, primariesOf } from '../primaries/primaries.ts';
import type { StageReport, TumourReport } from '../reports.ts';

/** A stage or category that is of a primary, and whether it says so itself. */
export interface Assessment {
  readonly report: StageReport;
  /** Whether it names the tumour; otherwise it names none and is the only one's. */
  readonly named: boolean;
}

/** Why an assessment is not of the time of diagnosis. */
export type NotAtDiagnosis = 'after-treatment' | 'recurrence' | 'autopsy' | 'other-classification';

const NOT_AT_DIAGNOSIS: Readonly<Record<string, NotAtDiagnosis>> = {
  y: 'after-treatment',
  r: 'recurrence',
  a: 'autopsy',
};

/**
 * Null for what was assessed at diagnosis: clinically, pathologically, or without saying how. A report without a
 * classification of its own may still say it in its value: `ypIIA`.
 */
export const notAtDiagnosis = (report: StageReport): NotAtDiagnosis | null => {
  const classification = report.classification ?? classificationOfStage(report.value);
  if (classification === null || classification === 'p' || classification === 'c') return null;
  const first = [...classification].find((letter) => letter in NOT_AT_DIAGNOSIS);
  return NOT_AT_DIAGNOSIS[first ?? ''] ?? 'other-classification';
};

const keyOf = (institutionId: string, sourceId: string): string => `${institutionId} ${sourceId}`;

/** A primary, or a metastasis, with what was assessed of it. */
export interface AssessedTumour {
  readonly reports: Primary;
  readonly assessments: readonly Assessment[];
  /** Whether the patient has stages that name no tumour and may be of several. */
  readonly unassigned: boolean;
}

/**
 * Which assessments are of which tumour. Those that name a report of it; and, where it is the only one they can mean,
 * those that name none or one the sender never sent: the only primary, or, of a patient without a known primary, the
 * only metastasis. What names no tumour and may be of several belongs to none of them.
 */
export const assessTumours = (
  tumours: readonly TumourReport[],
  stages: readonly StageReport[],
): AssessedTumour[] => {
  const primaries = primariesOf(tumours);
  const others = tumours
    .filter(({ kind }) => kind !== 'PRIMARY')
    .map((report): Primary => [report]);
  const [only] =
    primaries.length === 1
      ? primaries
      : primaries.length === 0 && others.length === 1
        ? others
        : [];
  const all = [...primaries, ...others].map((reports) => ({
    reports,
    assessments: [] as Assessment[],
  }));
  const byReport = new Map(
    all.flatMap(({ reports, assessments }) =>
      reports.map((t) => [keyOf(t.institutionId, t.sourceId), assessments] as const),
    ),
  );
  const unnamed: Assessment[] = [];
  for (const report of stages) {
    const { institutionId, tumourSourceId } = report;
    const named =
      tumourSourceId === null ? undefined : byReport.get(keyOf(institutionId, tumourSourceId));
    if (named !== undefined) named.push({ report, named: true });
    else unnamed.push({ report, named: false });
  }
  return all.map(({ reports, assessments }) => ({
    reports,
    assessments: reports === only ? [...assessments, ...unnamed] : assessments,
    unassigned: only === undefined && unnamed.length > 0,
  }));
};

/** What an assessment was preferred for. */
export type Preference =
  | 'pathological-first'
  | 'clinical-first'
  | 'of-this-tumour-first'
  | 'dated-first'
  | 'earliest';

const rankOf = ({ classification }: StageReport): number =>
  classification === 'p' ? 0 : classification === 'c' ? 1 : 2;

const dayOf = ({ assessed }: StageReport): string =>
  assessed === null ? '9999-12-31' : latestDay(assessed);

interface Step {
  readonly name: (winner: Assessment) => Preference;
  readonly compare: (a: Assessment, b: Assessment) => number;
}

const steps: readonly Step[] = [
  {
    name: ({ report }) => (report.classification === 'p' ? 'pathological-first' : 'clinical-first'),
    compare: (a, b) => rankOf(a.report) - rankOf(b.report),
  },
  {
    name: () => 'of-this-tumour-first',
    compare: (a, b) => Number(b.named) - Number(a.named),
  },
  {
    name: () => 'dated-first',
    compare: (a, b) => Number(a.report.assessed === null) - Number(b.report.assessed === null),
  },
  // By the last day a date may mean: the one that surely was first.
  { name: () => 'earliest', compare: (a, b) => dayOf(a.report).localeCompare(dayOf(b.report)) },
];

/** The order at diagnosis: pathological, clinical, unsaid; of this tumour, unsaid; dated, undated; the earliest. */
export const atDiagnosis = (a: Assessment, b: Assessment): number => {
  for (const { compare } of steps) {
    const order = compare(a, b);
    if (order !== 0) return order;
  }
  return 0;
};

/** By key, where nothing else decides: the same records always give the same answer. */
export const byKey = (a: Assessment, b: Assessment): number =>
  a.report.sourceId.localeCompare(b.report.sourceId) ||
  a.report.institutionId.localeCompare(b.report.institutionId) ||
  a.report.value.localeCompare(b.report.value) ||
  a.report.axis.localeCompare(b.report.axis);

/** Which step parted a winner from another; null where none did. */
export const preferenceBetween = (winner: Assessment, other: Assessment): Preference | null =>
  steps.find(({ compare }) => compare(winner, other) !== 0)?.name(winner) ?? null;
