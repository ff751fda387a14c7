import { withKinds } from '@nodp/graph';
import type { Resolvers } from '../generated/resolvers.ts';
import { kinds } from '../kinds/index.ts';
import { Identity } from './Identity.ts';
import { LaboratorySeries } from './LaboratorySeries.ts';
import { Me } from './Me.ts';
import { Institution, Job, Mutation, Submission } from './network.ts';
import { Patient } from './Patient.ts';
import { PatientConnection } from './PatientConnection.ts';
import { Query } from './Query.ts';
import { Stage, Treatment } from './records.ts';
import { StageAtDiagnosis } from './StageAtDiagnosis.ts';
import { Tumour } from './Tumour.ts';

/** Types of the graph and who resolves them; kinds of record bring their own. */
export const resolvers: Resolvers = await withKinds<Resolvers>(
  {
    Query,
    Me,
    Patient,
    Identity,
    Tumour,
    Stage,
    StageAtDiagnosis,
    Treatment,
    LaboratorySeries,
    Institution,
    Submission,
    Job,
    Mutation,
    PatientConnection,
  },
  kinds,
);
