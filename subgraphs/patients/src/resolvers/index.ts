import type { Resolvers } from '../generated/resolvers.ts';
import { Identity } from './Identity.ts';
import { LaboratorySeries } from './LaboratorySeries.ts';
import { Me } from './Me.ts';
import { Institution, Job, Mutation, Submission } from './network.ts';
import { Patient } from './Patient.ts';
import { PatientConnection } from './PatientConnection.ts';
import { Query } from './Query.ts';
import { Comorbidity, Encounter, PerformanceStatus, Stage, Treatment } from './records.ts';
import { StageAtDiagnosis } from './StageAtDiagnosis.ts';
import { Tumour } from './Tumour.ts';

export const resolvers: Resolvers = {
  Query,
  Me,
  Patient,
  Identity,
  Tumour,
  Stage,
  StageAtDiagnosis,
  Treatment,
  LaboratorySeries,
  PerformanceStatus,
  Comorbidity,
  Encounter,
  Institution,
  Submission,
  Job,
  Mutation,
  PatientConnection,
};
