import type { Behaviour } from '@nodp/terminology';
import { AGE_AT_VERSION, ageAt } from '../age-at/age-at.ts';
import { assessTumours } from '../assessments/assessments.ts';
import { BEHAVIOUR_VERSION, behaviourOf } from '../behaviour/behaviour.ts';
import { BROAD_STAGE_VERSION, type BroadStage } from '../broad-stage/broad-stage.ts';
import type { PartialDate } from '../dates/partial-date.ts';
import { LEADING_TUMOUR_VERSION, leadingTumour } from '../leading-tumour/leading-tumour.ts';
import {
  MULTIPLE_PRIMARIES_VERSION,
  neoplasmsOf,
} from '../multiple-primaries/multiple-primaries.ts';
import { PRIMARIES_VERSION } from '../primaries/primaries.ts';
import type { StageReport, TumourReport } from '../reports.ts';
import {
  type ExplainedStage,
  STAGE_AT_DIAGNOSIS_VERSION,
  stageAtDiagnosis,
} from '../stage-at-diagnosis/stage-at-diagnosis.ts';
import {
  TNM_AT_DIAGNOSIS_VERSION,
  type TnmAtDiagnosis,
  tnmAtDiagnosis,
} from '../tnm-at-diagnosis/tnm-at-diagnosis.ts';
import {
  type Found,
  foundOf,
  TUMOUR_FINDINGS_VERSION,
} from '../tumour-findings/tumour-findings.ts';

/** The versions of the rules that make a summary. A test holds `PATIENT_SUMMARY_VERSION` to them. */
export const RULES_OF_SUMMARY = {
  'age-at': AGE_AT_VERSION,
  behaviour: BEHAVIOUR_VERSION,
  'broad-stage': BROAD_STAGE_VERSION,
  'leading-tumour': LEADING_TUMOUR_VERSION,
  'multiple-primaries': MULTIPLE_PRIMARIES_VERSION,
  primaries: PRIMARIES_VERSION,
  'stage-at-diagnosis': STAGE_AT_DIAGNOSIS_VERSION,
  'tnm-at-diagnosis': TNM_AT_DIAGNOSIS_VERSION,
  'tumour-findings': TUMOUR_FINDINGS_VERSION,
} as const;

/** Stored with every summary; what an older version wrote is computed anew. Raised with any of its rules. */
export const PATIENT_SUMMARY_VERSION = 4;

export interface PatientReports {
  readonly born: PartialDate | null;
  readonly tumours: readonly TumourReport[];
  readonly stages: readonly StageReport[];
}

/** What is known of a tumour at its diagnosis. */
export interface TumourAtDiagnosis extends Found {
  readonly tumourId: string;
  readonly stage: ExplainedStage;
  readonly tnm: TnmAtDiagnosis;
  /** Completed years; null where birth or diagnosis is not dated. */
  readonly age: number | null;
  /** ICD-O-3 behaviour of the neoplasm; null where no code says it. */
  readonly behaviour: Behaviour | null;
  /** Of a primary, the report that says what the case is that this one is of; null of a metastasis. */
  readonly caseId: string | null;
}

/** What lists, pages and releases show of a patient, decided once. */
export interface PatientSummary {
  readonly leading: {
    readonly tumourId: string;
    readonly siteGroup: string | null;
    readonly diagnosedOn: string | null;
    readonly broadStage: BroadStage;
  } | null;
  /** One for every report of a tumour; reports of one primary have one stage. */
  readonly tumours: readonly TumourAtDiagnosis[];
}

const NOTHING_FOUND: Found = {
  foundGrade: null,
  foundMorphology: null,
  foundSiteGroup: null,
  foundHistology: null,
};

/** The reports as pathologists' findings complete them, and what was found of each. */
const completed = (tumours: readonly TumourReport[]) => {
  const found = new Map<string, Found>();
  const reports = tumours.map((report): TumourReport => {
    const own = foundOf({ grade: null, ...report }, report.findings ?? []);
    found.set(report.id, own);
    return {
      ...report,
      morphology: own.foundMorphology ?? report.morphology,
      siteGroup: own.foundSiteGroup ?? report.siteGroup,
    };
  });
  return { reports, foundOf: (id: string): Found => found.get(id) ?? NOTHING_FOUND };
};
/**
 * Sums up a patient. Reports of one primary share its stage at diagnosis, whichever hospital staged it; reports of one
 * case, as registries count them, share its behaviour.
 */
export const summarise = ({ born, tumours: sent, stages }: PatientReports): PatientSummary => {
  const { reports: tumours, foundOf: found } = completed(sent);
  const cases = new Map(
    neoplasmsOf(tumours).flatMap(({ behaviour, chosen, reports }) =>
      reports.map(({ id }) => [id, { behaviour, caseId: chosen.id }] as const),
    ),
  );
  const atDiagnosis = assessTumours(tumours, stages).flatMap(
    ({ reports, assessments, unassigned }): TumourAtDiagnosis[] => {
      const stage = stageAtDiagnosis(assessments, unassigned);
      const tnm = tnmAtDiagnosis(assessments);
      return reports.map((report) => ({
        tumourId: report.id,
        stage,
        tnm,
        age: ageAt(born, report.diagnosed).value?.years ?? null,
        ...found(report.id),
        ...(cases.get(report.id) ?? { behaviour: behaviourOf(report).value, caseId: null }),
      }));
    },
  );
  const leading = leadingTumour(tumours);
  const staged = atDiagnosis.find(({ tumourId }) => tumourId === leading?.id)?.stage.value;
  return {
    leading: leading && {
      tumourId: leading.id,
      siteGroup: leading.siteGroup,
      diagnosedOn: leading.diagnosed?.date ?? null,
      broadStage: staged?.broad ?? 'UNKNOWN',
    },
    tumours: atDiagnosis,
  };
};
