import type { Behaviour } from '@nodp/terminology';
import type { BroadStage } from '../broad-stage/broad-stage.ts';
import type { ExplainedStage } from '../stage-at-diagnosis/stage-at-diagnosis.ts';
import {
  PATIENT_SUMMARY_VERSION,
  type PatientSummary,
  type TumourAtDiagnosis,
} from './patient-summary.ts';

/** A tumour at its diagnosis, column by column, as it is stored. */
export interface StoredAtDiagnosis {
  readonly tumourId: string;
  readonly stageGroup: string | null;
  readonly broadStage: BroadStage;
  readonly axis: string | null;
  readonly classification: 'p' | 'c' | null;
  readonly stageId: string | null;
  readonly t: string | null;
  readonly n: string | null;
  readonly m: string | null;
  readonly tnm: string;
  readonly age: number | null;
  readonly behaviour: Behaviour | null;
  readonly caseId: string | null;
  readonly foundGrade: string | null;
  readonly foundMorphology: string | null;
  readonly foundSiteGroup: string | null;
  readonly foundHistology: string | null;
  readonly explanation: Pick<ExplainedStage, 'why' | 'missing' | 'setAside'>;
  readonly ruleVersion: number;
}

/** A patient's summary as it is stored. */
export interface StoredSummary {
  readonly leadingTumourId: string | null;
  readonly leadingSiteGroup: string | null;
  readonly leadingDiagnosedOn: string | null;
  readonly broadStage: BroadStage;
  readonly tumours: readonly StoredAtDiagnosis[];
}

const storedTumour = ({
  tumourId,
  stage,
  tnm,
  age,
  behaviour,
  caseId,
  foundGrade,
  foundMorphology,
  foundSiteGroup,
  foundHistology,
}: TumourAtDiagnosis): StoredAtDiagnosis => ({
  tumourId,
  stageGroup: stage.value?.group ?? null,
  broadStage: stage.value?.broad ?? 'UNKNOWN',
  axis: stage.value?.axis ?? null,
  classification: stage.value?.classification ?? null,
  stageId: stage.value?.reportId ?? null,
  t: tnm.T,
  n: tnm.N,
  m: tnm.M,
  tnm: tnm.line,
  age,
  behaviour,
  caseId,
  foundGrade,
  foundMorphology,
  foundSiteGroup,
  foundHistology,
  explanation: { why: stage.why, missing: stage.missing, setAside: stage.setAside },
  ruleVersion: PATIENT_SUMMARY_VERSION,
});

/** What is stored of a summary: by intake, by a bulk load and by a recomputation alike. */
export const storedSummary = ({ leading, tumours }: PatientSummary): StoredSummary => ({
  leadingTumourId: leading?.tumourId ?? null,
  leadingSiteGroup: leading?.siteGroup ?? null,
  leadingDiagnosedOn: leading?.diagnosedOn ?? null,
  broadStage: leading?.broadStage ?? 'UNKNOWN',
  tumours: tumours.map(storedTumour),
});
