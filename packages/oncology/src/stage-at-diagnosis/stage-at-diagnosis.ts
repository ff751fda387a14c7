import {
  type Assessment,
  atDiagnosis,
  byKey,
  type NotAtDiagnosis,
  notAtDiagnosis,
  type Preference,
  preferenceBetween,
} from '../assessments/assessments.ts';
import { broadStage, type KnownBroadStage, rankOfAxis } from '../broad-stage/broad-stage.ts';
import type { Explained } from '../explained.ts';

/** Raised whenever the same input gives another answer. */
export const STAGE_AT_DIAGNOSIS_VERSION = 2;

export interface StageAtDiagnosis {
  /** The stage as recorded, in canonical form: IIIA, IIEB, C. */
  readonly group: string;
  readonly broad: KnownBroadStage;
  /** `group` (TNM), `FIGO`, `Ann Arbor`, `ISS`, ... */
  readonly axis: string;
  readonly classification: 'p' | 'c' | null;
  /** The report it was taken from. */
  readonly reportId: string;
}

/** What decided between the stages that were known. */
export type StageReason =
  | 'only-one'
  | 'stage-group-first'
  | 'preferred-system'
  | Preference
  | 'undecided';

export type StageMissing = 'no-stage' | 'no-known-stage' | 'none-at-diagnosis' | 'tumour-not-named';

export interface SetAside {
  readonly reportId: string;
  readonly because: NotAtDiagnosis | 'unknown-value';
}

export type ExplainedStage = Explained<StageAtDiagnosis, StageReason, StageMissing> & {
  /** Stages that were not asked, and why. */
  readonly setAside: readonly SetAside[];
};

interface Known extends Assessment {
  readonly broad: KnownBroadStage;
  readonly rank: number;
}

const reasonBetween = (winner: Known, other: Known): StageReason | null => {
  if (winner.rank !== other.rank)
    return winner.rank === 0 ? 'stage-group-first' : 'preferred-system';
  const preference = preferenceBetween(winner, other);
  if (preference !== null) return preference;
  return winner.report.value === other.report.value ? null : 'undecided';
};

const ORDER: readonly StageReason[] = [
  'stage-group-first',
  'preferred-system',
  'pathological-first',
  'clinical-first',
  'of-this-tumour-first',
  'dated-first',
  'earliest',
  'undecided',
];

const missingOf = (setAside: readonly SetAside[]): StageMissing[] => {
  const missing: StageMissing[] = [];
  if (setAside.some(({ because }) => because === 'unknown-value')) missing.push('no-known-stage');
  if (setAside.some(({ because }) => because !== 'unknown-value'))
    missing.push('none-at-diagnosis');
  return missing.length === 0 ? ['no-stage'] : missing;
};

/**
 * The stage of a tumour at its diagnosis, chosen among the stages recorded of it. Only axes that give a group are
 * asked: stage groups (TNM, FIGO, Ann Arbor with Cotswolds and Lugano), and, where there is none, what stands in for
 * one (R-ISS and ISS, Rai and Binet, CNLC and BCLC, ...). A stage assessed after treatment (y), of a recurrence (r) or
 * at autopsy (a) is never the stage at diagnosis, and one that is unknown never where another is known. Of what
 * remains: pathological before clinical before unsaid; said of this tumour before said of none; dated before undated;
 * the earliest. Two that nothing parts are decided by their keys and marked `undecided`. Source: UICC TNM 8th edition,
 * introduction (cTNM, pTNM, yTNM, rTNM, aTNM); AJCC Cancer Staging Manual 8th edition, chapter 1; SEER Program Coding
 * and Staging Manual (stage at diagnosis is not changed by what follows treatment or recurrence).
 *
 * @param assessments what is recorded of the tumour, see `assessmentsOf`
 * @param unassigned whether the patient has stages that name no tumour and may be of several
 */
export const stageAtDiagnosis = (
  assessments: readonly Assessment[],
  unassigned: boolean,
): ExplainedStage => {
  const known: Known[] = [];
  const setAside: SetAside[] = [];
  for (const assessment of assessments) {
    const { report } = assessment;
    const rank = rankOfAxis(report.axis);
    if (rank === null) continue;
    const broad = broadStage(report.axis, report.value);
    const because = notAtDiagnosis(report) ?? (broad === null ? 'unknown-value' : null);
    if (because !== null) setAside.push({ reportId: report.id, because });
    else if (broad !== null) known.push({ ...assessment, broad, rank });
  }
  known.sort((a, b) => a.rank - b.rank || atDiagnosis(a, b) || byKey(a, b));
  const [winner, ...others] = known;
  const unnamed: readonly StageMissing[] = unassigned ? ['tumour-not-named'] : [];
  if (winner === undefined) {
    return { value: null, why: [], missing: [...missingOf(setAside), ...unnamed], setAside };
  }
  const reasons = new Set(others.map((other) => reasonBetween(winner, other)));
  return {
    value: {
      group: winner.report.value,
      broad: winner.broad,
      axis: winner.report.axis,
      classification: winner.report.classification as 'p' | 'c' | null,
      reportId: winner.report.id,
    },
    why: others.length === 0 ? ['only-one'] : ORDER.filter((reason) => reasons.has(reason)),
    missing: unnamed,
    setAside,
  };
};
