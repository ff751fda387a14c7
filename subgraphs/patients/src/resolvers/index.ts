import { withKinds } from '@nodp/graph';
import { Account } from '../accounts/resolvers.ts';
import { AccessFinding, AuditEvent, AuditedPatient } from '../audit/resolvers.ts';
import { BoardCase, BoardDecision, BoardMeeting } from '../board/resolvers.ts';
import { ApiClient } from '../clients/client-rows.ts';
import { Webhook, WebhookDelivery } from '../clients/webhooks.ts';
import { CodeMapping, LocalCode } from '../code-tables/resolvers.ts';
import {
  BreakGlass,
  IdentityClaim,
  RestrictedPatient,
  RestrictedPatientAccess,
} from '../emergency/resolvers.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { CareCase } from '../indicators/resolvers.ts';
import { kinds } from '../kinds/index.ts';
import {
  DoubtfulJoin,
  FirstCrossInstitutionAccess,
  InstitutionDemographics,
  PersonStatement,
} from '../links/resolvers.ts';
import { MatchedPerson, MatchPair } from '../matching/resolvers.ts';
import { NoteFile } from '../notes/files.ts';
import { PatientNote, PatientNoteVersion } from '../notes/notes.ts';
import {
  Prognosis,
  PrognosisEntry,
  PrognosisInput,
  PrognosticScore,
  PrognosticStage,
} from '../prognosis/resolvers.ts';
import { AuditedReferral, Referral, ReferredPerson } from '../referrals/resolvers.ts';
import {
  RiskAnswer,
  RiskAssessment,
  RiskEffect,
  RiskInput,
  RiskPiece,
  RiskSpan,
} from '../risk/resolvers.ts';
import { ClinicalRule, RuleSwitch, RuleTrial, TriedCase } from '../rules/resolvers.ts';
import { SentStageFinding } from '../stage-findings/resolvers.ts';
import { RecurrenceAlert } from '../surveillance/resolvers.ts';
import { Task, TaskAct } from '../tasks/resolvers.ts';
import { Identity } from './Identity.ts';
import { Me } from './Me.ts';
import { Institution, Job, Mutation, Submission } from './network.ts';
import { Patient } from './Patient.ts';
import { PatientConnection } from './PatientConnection.ts';
import { Query } from './Query.ts';

/** Types of the graph and who resolves them; kinds of record bring their own. */
export const resolvers: Resolvers = await withKinds<Resolvers>(
  {
    Query,
    PatientNote,
    PatientNoteVersion,
    NoteFile,
    BoardMeeting,
    BoardCase,
    BoardDecision,
    Me,
    Patient,
    LocalCode,
    CodeMapping,
    Identity,
    Institution,
    Submission,
    Job,
    Mutation,
    PatientConnection,
    AuditEvent,
    AuditedPatient,
    AccessFinding,
    BreakGlass,
    Referral,
    ReferredPerson,
    AuditedReferral,
    IdentityClaim,
    RestrictedPatientAccess,
    RestrictedPatient,
    Account,
    ApiClient,
    Webhook,
    WebhookDelivery,
    Prognosis,
    PrognosticScore,
    PrognosticStage,
    PrognosisInput,
    PrognosisEntry,
    RiskInput,
    RiskAssessment,
    RiskAnswer,
    RiskSpan,
    RiskEffect,
    RiskPiece,
    RecurrenceAlert,
    SentStageFinding,
    CareCase,
    Task,
    TaskAct,
    ClinicalRule,
    RuleSwitch,
    RuleTrial,
    TriedCase,
    PersonStatement,
    DoubtfulJoin,
    FirstCrossInstitutionAccess,
    InstitutionDemographics,
    MatchPair,
    MatchedPerson,
  },
  kinds,
);
