import type { AuditRow } from '@nodp/database';
import type {
  Effect,
  Piece,
  PrognosticStage,
  RiskInput as RiskInputOfForm,
  Score,
  Span,
  TriedCase,
} from '@nodp/oncology';
import type { AccountRow } from './accounts/account-list.ts';
import type { Finding } from './audit/unusual.ts';
import type { CaseRow, DecisionRow, MeetingRow, OutcomeRow } from './board/rows.ts';
import type { ApiClientRow } from './clients/client-rows.ts';
import type { WebhookDeliveryRow, WebhookRow } from './clients/webhooks.ts';
import type { LocalCodeRow } from './code-tables/list.ts';
import type { BreakGlassRow } from './emergency/break-glass.ts';
import type { ClaimedRow } from './emergency/claims.ts';
import type { RestrictedPatientAccessRow, RestrictedRow } from './emergency/restricted.ts';
import type { CareCaseRow } from './indicators/case-list.ts';
import type { DemographicsRow } from './links/demographics.ts';
import type { FirstCrossInstitutionAccessRow } from './links/first-cross-institution-accesses.ts';
import type { DoubtfulRow, PersonStatementRow } from './links/statements.ts';
import type { MatchedPersonRow, MatchPairRow } from './matching/pair-list.ts';
import type { NoteFileRow } from './notes/files.ts';
import type { NoteOfPatient, NoteVersionRow } from './notes/notes.ts';
import type { PatientList } from './people/patient-list.ts';
import type { AskedInput, AskedPrognosis } from './prognosis/asked.ts';
import type { EntryRow } from './prognosis/entries.ts';
import type { SentBiomarker } from './prognosis/record-of.ts';
import type { ReferralRow, ReferredPersonRow } from './referrals/rows.ts';
import type { SentLesion } from './response/sent-lesions.ts';
import type { RiskAssessmentModel as AssessedRisk } from './risk/assessed.ts';
import type { RuleSwitchRow, RuleWithSwitches } from './rules/rule-rows.ts';
import type { Trial } from './rules/try-file.ts';
import type { SentStageFindingRow } from './stage-findings/finding-list.ts';
import type { RecurrenceAlertModel as RecurrenceAlertRow } from './surveillance/alerts.ts';
import type { taskAct } from './tasks/table.ts';
import type { TaskRow } from './tasks/task-list.ts';

/** A patient is known by its id; every field passes the loader that authorises and audits. */
export interface PatientModel {
  readonly patientId: string;
  /** What the specimens subgraph says of the patient, where the prognosis is asked for. */
  readonly biomarkers?: readonly SentBiomarker[];
  /** What the imaging subgraph says of the patient, where the response is asked for. */
  readonly lesions?: readonly SentLesion[];
}

/** As `PatientModel`: the identity is read and decrypted only where a field of it is asked for. */
export interface IdentityModel {
  readonly patientId: string;
}

/** Who is signed in comes from the context. */
export type MeModel = Record<never, never>;

export interface InstitutionModel {
  readonly institutionId: string;
}

export interface SubmissionModel {
  readonly id: string;
  readonly institutionId: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly status: string;
  readonly counts: readonly {
    readonly resourceType: string;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly retained: number;
    /** Left out of rows older than it. */
    readonly held?: number;
    readonly refused: number;
  }[];
}

export interface JobModel {
  readonly id: string;
  readonly kind: string;
  readonly state: 'REQUESTED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly step: string | null;
  readonly share: number;
  readonly attempts: number;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly cancelRequested: boolean;
  readonly problem: string | null;
}

export type LocalCodeModel = LocalCodeRow;
/** A version is a row of a code with its mapping. */
export type CodeMappingModel = LocalCodeRow;

/** A page of patients; how many there are is counted only where it is asked for. */
export type PatientConnectionModel = PatientList;

/** A row of the access audit. */
export type AuditEventModel = AuditRow;

/** What names it is read and opened only where it is asked for. */
export interface AuditedPatientModel {
  readonly patientId: string;
}

export type AccessFindingModel = Finding;

export type BreakGlassModel = BreakGlassRow;
export type ReferralModel = ReferralRow;
export type AuditedReferralModel = ReferralRow;
export type ReferredPersonModel = ReferredPersonRow;
export type RestrictedPatientAccessModel = RestrictedPatientAccessRow;
export type RestrictedPatientModel = RestrictedRow;
export type IdentityClaimModel = ClaimedRow;
export type AccountModel = AccountRow;

export type ClinicalRuleModel = RuleWithSwitches;
export type RuleSwitchModel = RuleSwitchRow;
export type RuleTrialModel = Trial;
export type TriedCaseModel = TriedCase;
export type PersonStatementModel = PersonStatementRow;
export type DoubtfulJoinModel = DoubtfulRow;
export type FirstCrossInstitutionAccessModel = FirstCrossInstitutionAccessRow;
export type InstitutionDemographicsModel = DemographicsRow;
export type PrognosisModel = AskedPrognosis;
export type PrognosticScoreModel = Score & Pick<AskedPrognosis, 'rules' | 'entered'>;
export type PrognosisInputModel = AskedInput;
export type PrognosisEntryModel = EntryRow;

export type RecurrenceAlertModel = RecurrenceAlertRow;

export type NoteFileModel = NoteFileRow;
export type PatientNoteModel = NoteOfPatient;
export type PatientNoteVersionModel = NoteVersionRow;

export type BoardMeetingModel = MeetingRow;
export type BoardCaseModel = CaseRow;
export type BoardDecisionModel = DecisionRow;
export type BoardOutcomeModel = OutcomeRow;

export type CareCaseModel = CareCaseRow;

export type TaskModel = TaskRow;
export type TaskActModel = typeof taskAct.$inferSelect;

export type SentStageFindingModel = SentStageFindingRow;
export type PrognosticStageModel = PrognosticStage;

export type ApiClientModel = ApiClientRow;
export type WebhookModel = WebhookRow;
export type WebhookDeliveryModel = WebhookDeliveryRow;
export type MatchPairModel = MatchPairRow;

export type MatchedPersonModel = MatchedPersonRow;

export type RiskInputModel = RiskInputOfForm;
export type RiskAssessmentModel = AssessedRisk;
export type RiskAnswerModel = AssessedRisk['answers'][number];
export type RiskSpanModel = Span;
export type RiskEffectModel = Effect;
export type RiskPieceModel = Piece;

/** A date of death as it was reported. */
export interface DeathReportModel {
  readonly date: string;
  readonly institution: InstitutionModel;
  readonly fromRegister: boolean;
  readonly shown: boolean;
}
