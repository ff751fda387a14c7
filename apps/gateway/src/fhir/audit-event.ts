import type { AuditAction, AuditRow } from '@nodp/database';
import { encodeId } from '@nodp/graph';

const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';
const TYPES = 'http://terminology.hl7.org/CodeSystem/audit-event-type';
const PURPOSES = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
const RESTFUL = 'http://hl7.org/fhir/restful-interaction';

interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

const rest: Coding = { system: TYPES, code: 'rest', display: 'RESTful Operation' };
const authentication: Coding = { system: DICOM, code: '110114', display: 'User Authentication' };
const auditLog: Coding = { system: DICOM, code: '110101', display: 'Audit Log Used' };
const export_: Coding = { system: DICOM, code: '110106', display: 'Export' };

const emergency: Coding = {
  system: DICOM,
  code: '110127',
  display: 'Emergency Override Started',
};

/** What each of our actions is called in FHIR: type, subtype where there is one, and CRUDE. */
const words: Readonly<
  Record<AuditAction, { type: Coding; subtype?: Coding; action: 'C' | 'R' | 'U' | 'E' }>
> = {
  read: { type: rest, subtype: { system: RESTFUL, code: 'read', display: 'read' }, action: 'R' },
  search: {
    type: rest,
    subtype: { system: RESTFUL, code: 'search', display: 'search' },
    action: 'E',
  },
  write: {
    type: rest,
    subtype: { system: RESTFUL, code: 'update', display: 'update' },
    action: 'U',
  },
  change: {
    type: rest,
    subtype: { system: RESTFUL, code: 'operation', display: 'operation' },
    action: 'E',
  },
  refused: {
    type: rest,
    subtype: { system: RESTFUL, code: 'operation', display: 'operation' },
    action: 'E',
  },
  'sign-in': {
    type: authentication,
    subtype: { system: DICOM, code: '110122', display: 'Login' },
    action: 'E',
  },
  'sign-in-refused': {
    type: authentication,
    subtype: { system: DICOM, code: '110122', display: 'Login' },
    action: 'E',
  },
  'sign-out': {
    type: authentication,
    subtype: { system: DICOM, code: '110123', display: 'Logout' },
    action: 'E',
  },
  'audit-read': { type: auditLog, action: 'R' },
  export: { type: export_, action: 'R' },
  claim: {
    type: rest,
    subtype: { system: RESTFUL, code: 'operation', display: 'operation' },
    action: 'U',
  },
  unlink: {
    type: rest,
    subtype: { system: RESTFUL, code: 'operation', display: 'operation' },
    action: 'U',
  },
  relink: {
    type: rest,
    subtype: { system: RESTFUL, code: 'operation', display: 'operation' },
    action: 'U',
  },
  referral: {
    type: rest,
    subtype: { system: RESTFUL, code: 'operation', display: 'operation' },
    action: 'U',
  },
  'break-glass': { type: emergency, action: 'E' },
};

const isKnown = (action: string): action is AuditAction => Object.hasOwn(words, action);

/** Refused: 8 in FHIR's severities of failure, a serious one; nothing was done. */
const outcomeOf = (action: string): string =>
  action === 'refused' || action === 'sign-in-refused' ? '8' : '0';

const PATIENT = {
  system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type',
  code: '1',
  display: 'Person',
};

/**
 * A row of the access audit as FHIR R4 AuditEvent. Patients are named by their ids in the graph.
 * @param url the platform's own address
 * @param codeOf an institution's code
 */
export const auditEventOf = (
  row: AuditRow,
  url: string,
  codeOf: (institutionId: string) => string | undefined,
) => {
  const { type, subtype, action } = isKnown(row.action) ? words[row.action] : words.read;
  const code = row.institutionId === null ? undefined : codeOf(row.institutionId);
  const details = Object.entries(row.detail ?? {}).filter(([name]) => name !== 'hashes');
  return {
    resourceType: 'AuditEvent',
    id: row.id,
    type,
    ...(subtype === undefined ? {} : { subtype: [subtype] }),
    action,
    recorded: new Date(row.at).toISOString(),
    outcome: outcomeOf(row.action),
    ...(row.purpose === null
      ? {}
      : { purposeOfEvent: [{ coding: [{ system: PURPOSES, code: row.purpose }] }] }),
    agent: [
      {
        role: [{ text: row.role }],
        who: {
          identifier: { system: `${url}/accounts`, value: row.accountId },
          ...(code === undefined ? {} : { display: `${row.accountId} (${code})` }),
        },
        altId: row.accountId,
        requestor: true,
      },
    ],
    source: {
      observer: { display: 'National Oncology Data Platform', identifier: { value: url } },
    },
    entity: [
      ...row.patientIds.map((id) => ({
        what: { identifier: { system: `${url}/patients`, value: encodeId('Patient', id) } },
        type: PATIENT,
      })),
      {
        what: { identifier: { system: `${url}/requests`, value: row.requestId } },
        name: row.operation,
        detail: [
          { type: 'action', valueString: row.action },
          { type: 'patients', valueString: String(row.patients) },
          ...(row.callerRequestId === null
            ? []
            : [{ type: 'caller-request', valueString: row.callerRequestId }]),
          ...details.map(([name, value]) => ({ type: name, valueString: JSON.stringify(value) })),
        ],
      },
    ],
  };
};
