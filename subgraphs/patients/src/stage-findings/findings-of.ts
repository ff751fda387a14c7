import { createHash } from 'node:crypto';
import {
  checkTumour,
  type FindingCode,
  STAGE_CHECK_VERSION,
  STAGE_GROUP_VERSION,
} from '@nodp/oncology';
import type { Label } from '@nodp/terminology';
import { v7 as uuidv7 } from 'uuid';
import {
  type CheckedPatient,
  type CheckedStageRow,
  type CheckedTumour,
  recordedTumour,
} from '../kinds/tumour/recorded-tumour.ts';

/** Raised whenever more or other things are read of the same rows. */
const READING_VERSION = 2;

/** Another one whenever the check, the tables that it asks or what is read for it are. */
export const STAGE_FINDINGS_VERSION =
  READING_VERSION * 10_000 + STAGE_CHECK_VERSION * 100 + STAGE_GROUP_VERSION;

interface SentStage extends CheckedStageRow {
  readonly sourceType: string;
  readonly submissionId: string;
}

/** A row of `patients.stages_to_check`. */
export interface CheckedRow extends CheckedPatient<SentStage> {
  readonly patientId: string;
  readonly tumours: readonly (CheckedTumour & { readonly foundSiteGroup: string | null })[];
}

/** A finding as `patients.store_stage_findings` takes it. */
export interface NewFinding {
  readonly id: string;
  readonly institutionId: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly submissionId: string;
  readonly findingKey: string;
  readonly code: FindingCode;
  readonly siteGroup: string | null;
  readonly classification: string | null;
  readonly sentGroup: string | null;
  readonly possible: readonly string[];
  readonly sentence: Label;
  readonly sources: readonly Label[];
  readonly ruleVersion: number;
}

export interface StoredFindings {
  readonly patientId: string;
  readonly findings: readonly NewFinding[];
}

const ofTumour = (row: CheckedRow, tumour: CheckedRow['tumours'][number]): NewFinding[] => {
  const { recorded, own } = recordedTumour(tumour, row);
  return checkTumour(recorded).flatMap(
    ({ findings, reportId, groupReportId, classification, derived }) => {
      const report = own.find(({ id }) => id === reportId);
      if (report === undefined) return [];
      return findings.map(
        ({ code, sentence, sources }): NewFinding => ({
          id: uuidv7(),
          institutionId: report.institutionId,
          sourceType: report.sourceType,
          sourceId: report.sourceId,
          submissionId: report.submissionId,
          findingKey: createHash('sha256')
            .update(JSON.stringify([report.id, code, sentence.en]))
            .digest('base64url'),
          code,
          siteGroup: tumour.foundSiteGroup ?? tumour.siteGroup,
          classification,
          sentGroup: own.find(({ id }) => id === groupReportId)?.value ?? null,
          possible: derived.possible,
          sentence,
          sources,
          ruleVersion: STAGE_FINDINGS_VERSION,
        }),
      );
    },
  );
};

/** What contradicts the stages of a patient's primaries; said once, though several institutions report the tumour. */
export const findingsOf = (row: CheckedRow): StoredFindings => {
  const found = row.tumours
    .filter(({ kind }) => kind === 'PRIMARY')
    .flatMap((tumour) => ofTumour(row, tumour));
  const once = new Map(found.map((finding) => [finding.findingKey, finding]));
  return { patientId: row.patientId, findings: [...once.values()] };
};
