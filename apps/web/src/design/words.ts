/** How the graph's own enumerations read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  BroadStage,
  DiseaseTrend,
  InstitutionTier,
  Role,
  Sex,
  StandardPopulation,
  TreatmentKind,
  TumourKind,
  VitalStatus,
} from '../graph/generated/graphql.ts';

type Words<Value extends string> = Record<Value, MessageDescriptor>;

export const sexWords: Words<Sex> = {
  FEMALE: msg`Female`,
  MALE: msg`Male`,
  OTHER: msg({ message: 'Other', context: 'sex' }),
  UNKNOWN: msg`Unknown`,
};

export const vitalStatusWords: Words<VitalStatus> = {
  ALIVE: msg`Alive`,
  DEAD: msg`Dead`,
  UNKNOWN: msg`Unknown`,
};

export const stageWords: Words<BroadStage> = {
  STAGE_0: msg`Stage 0`,
  STAGE_I: msg`Stage I`,
  STAGE_II: msg`Stage II`,
  STAGE_III: msg`Stage III`,
  STAGE_IV: msg`Stage IV`,
  UNKNOWN: msg`Not staged`,
};

export const tumourKindWords: Words<TumourKind> = {
  PRIMARY: msg`Primary`,
  SECONDARY: msg`Metastasis`,
};

export const treatmentKindWords: Words<TreatmentKind> = {
  SURGERY: msg`Surgery`,
  RADIOTHERAPY: msg`Radiotherapy`,
  SYSTEMIC: msg`Systemic therapy`,
  OTHER: msg`Other procedures`,
};

export const trendWords: Words<DiseaseTrend> = {
  REMISSION: msg`Remission`,
  IMPROVED: msg`Improved`,
  STABLE: msg`Stable`,
  PROGRESSED: msg`Progressed`,
  RECURRED: msg`Recurred`,
  NOT_EVALUABLE: msg`Not evaluable`,
};

export const tierWords: Words<InstitutionTier> = {
  NATIONAL: msg`National cancer centre`,
  PROVINCIAL: msg`Provincial cancer hospital`,
  MUNICIPAL: msg`Municipal cancer hospital`,
  GENERAL: msg`General hospital`,
};

export const roleWords: Words<Role> = {
  CLINICIAN: msg`Clinician`,
  DATA_MANAGER: msg`Data manager`,
  FOLLOWUP_COORDINATOR: msg`Follow-up coordinator`,
  RESEARCHER: msg`Researcher`,
  POLICYMAKER: msg`Policymaker`,
  ADMINISTRATOR: msg`Administrator`,
  SYSTEM: msg`System account`,
  PRIVACY_OFFICER: msg`Privacy officer`,
  BIOBANK_MANAGER: msg`Biobank manager`,
};

export const standardWords: Words<StandardPopulation> = {
  SEGI: msg`World (Segi 1960)`,
  WHO2000: msg`World (WHO 2000–2025)`,
  CHINA2000: msg`China 2000`,
  ESP1976: msg`Europe 1976`,
  ESP2013: msg`Europe 2013`,
};
