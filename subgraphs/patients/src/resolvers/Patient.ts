import {
  codedTerm,
  decodeOne,
  encodeId,
  nationalDay,
  type SubgraphContext,
  showPartial,
} from '@nodp/graph';
import { ageAt, storedDate } from '@nodp/oncology';
import { patientCases } from '../board/rows.ts';
import { deathReportsOf } from '../deaths/reports.ts';
import { emergencyRow } from '../emergency/break-glass.ts';
import { restrictedRow } from '../emergency/restricted.ts';
import type { PatientResolvers } from '../generated/resolvers.ts';
import { careCasesOfPatient } from '../indicators/case-list.ts';
import { demographicsRows } from '../links/demographics.ts';
import type { PatientModel } from '../models.ts';
import { careRows } from '../network/institution-rows.ts';
import { notesOfPatient } from '../notes/notes.ts';
import { patientRow } from '../people/patient-rows.ts';
import { sentBiomarkers } from '../prognosis/record-of.ts';
import { prognosisOfPatient } from '../prognosis/resolvers.ts';
import { patientReferrals } from '../referrals/rows.ts';
import { responseOfPatient } from '../response/response-of.ts';
import { sentLesions } from '../response/sent-lesions.ts';
import { riskKnownOfPatient } from '../risk/resolvers.ts';
import { alertRows } from '../surveillance/alerts.ts';
import { surveillanceOf } from '../surveillance/surveillance.ts';
import { tasksOfPatient } from '../tasks/task-list.ts';

const rowOf = async ({ patientId }: PatientModel, context: SubgraphContext) => {
  const row = await context.once(patientRow).load(patientId);
  if (row === null) throw new Error('A patient that may not be seen was resolved.');
  return row;
};

export const Patient: PatientResolvers = {
  __resolveReference: async (reference, context) => {
    const patientId = decodeOne('Patient', reference.id);
    // Each is there where a field that requires it is asked for.
    const biomarkers = 'biomarkers' in reference ? reference.biomarkers : null;
    const lesions = 'lesions' in reference ? reference.lesions : null;
    // Reached from another subgraph: whether the reader may see the patient is decided here again.
    const seen = (await context.once(patientRow).load(patientId)) !== null;
    return seen
      ? {
          patientId,
          ...(biomarkers && { biomarkers: sentBiomarkers(biomarkers) }),
          ...(lesions && { lesions: sentLesions(lesions) }),
        }
      : null;
  },
  prognosis: prognosisOfPatient,
  response: responseOfPatient,
  riskKnown: riskKnownOfPatient,
  id: ({ patientId }) => encodeId('Patient', patientId),
  identity: ({ patientId }) => ({ patientId }),
  sex: async (patient, _, context) => (await rowOf(patient, context)).sex,
  birthDate: async (patient, _, context) => {
    const { bornOn, bornPrecision } = await rowOf(patient, context);
    return showPartial(bornOn, bornPrecision);
  },
  age: async (patient, _, context) => {
    const row = await rowOf(patient, context);
    const today = { date: nationalDay(new Date()), precision: 'day' as const };
    const on = row.vitalStatus === 'DEAD' ? storedDate(row.diedOn, row.diedPrecision) : today;
    return ageAt(storedDate(row.bornOn, row.bornPrecision), on).value?.years ?? null;
  },
  vitalStatus: async (patient, _, context) => (await rowOf(patient, context)).vitalStatus,
  deathDate: async (patient, _, context) => {
    const { diedOn, diedPrecision } = await rowOf(patient, context);
    return showPartial(diedOn, diedPrecision);
  },
  deathReports: ({ patientId }, _, context) => deathReportsOf(patientId, context),
  causeOfDeath: async (patient, _, context) => {
    const row = await rowOf(patient, context);
    if (row.causeOfDeathCode === null && row.causeOfDeathDisplay === null) return null;
    return codedTerm(row.causeOfDeathSystem, row.causeOfDeathCode, row.causeOfDeathDisplay);
  },
  inUse: async (patient, _, context) => (await rowOf(patient, context)).inUse,
  emergencyAccess: async ({ patientId }, _, context) => {
    const row = await context.once(emergencyRow).load(patientId);
    return row && { until: row.expiresAt, reason: row.reason };
  },
  restricted: async ({ patientId }, _, context) =>
    (await context.once(restrictedRow).load(patientId)) !== null,
  demographics: ({ patientId }, _, context) => context.once(demographicsRows).load(patientId),
  recurrenceAlerts: ({ patientId }, _, context) => context.once(alertRows).load(patientId),
  careIndicators: ({ patientId }, _, context) => context.once(careCasesOfPatient).load(patientId),
  notes: ({ patientId }, _, context) => notesOfPatient(patientId, context),
  referrals: ({ patientId }, _, context) => context.once(patientReferrals).load(patientId),
  boardCases: ({ patientId }, _, context) => context.once(patientCases).load(patientId),
  tasks: ({ patientId }, _, context) => context.once(tasksOfPatient).load(patientId),
  surveillance: ({ patientId }, { imaging, contacts }, context) =>
    surveillanceOf(patientId, { imaging: imaging ?? [], contacts: contacts ?? [] }, context),
  institutions: async ({ patientId }, _, context) =>
    (await context.once(careRows).load(patientId)).map(({ institutionId }) => ({ institutionId })),
};
