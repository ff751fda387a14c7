import { encodeId } from '@nodp/graph';
import type {
  AccessFindingResolvers,
  AuditEventResolvers,
  AuditedPatientResolvers,
} from '../generated/resolvers.ts';
import { recordNumbers } from './audited-patients.ts';
import { graphAction } from './event-list.ts';

/** Keyed hashes say nothing to a reader. */
const HIDDEN = new Set(['hashes']);

export const AuditEvent: AuditEventResolvers = {
  id: ({ id }) => encodeId('AuditEvent', id),
  account: ({ accountId }) => accountId,
  institution: ({ institutionId }) => (institutionId === null ? null : { institutionId }),
  action: ({ action }) => graphAction(action),
  patientCount: ({ patients }) => patients,
  patients: ({ patientIds }) => patientIds.map((patientId) => ({ patientId })),
  detail: ({ detail }) =>
    Object.entries(detail ?? {})
      .filter(([name]) => !HIDDEN.has(name))
      .map(([name, value]) => ({ name, value: JSON.stringify(value) })),
};

export const AuditedPatient: AuditedPatientResolvers = {
  id: ({ patientId }) => encodeId('Patient', patientId),
  recordNumbers: ({ patientId }, _, context) => context.once(recordNumbers).load(patientId),
};

export const AccessFinding: AccessFindingResolvers = {
  patients: ({ patientIds }) => patientIds.map((patientId) => ({ patientId })),
};
