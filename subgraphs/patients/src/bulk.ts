import { contentHash, type IdentityCipher } from '@nodp/database';
import { careRelationship } from '@nodp/database/tables';
import {
  codedColumns,
  type PatientRegistry,
  type PutRow,
  type RecordOf,
  type Stored,
  type StoredPatient,
} from '@nodp/record';
import { getTableColumns, getTableUniqueName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { vitalStatusReport } from './kinds/death/table.ts';
import {
  demographicsOf,
  lifeKey,
  nationalHashOf,
  saidOfLife,
  sealedIdentity,
} from './kinds/patient/stored-person.ts';
import { tumourAtDiagnosis } from './summary/table.ts';
import {
  demographics,
  identity,
  listed,
  listedTally,
  nationalIdentity,
  patient,
  patientAlias,
  patientSource,
} from './tables.ts';

/** One row a patient: the demographics of the institution that spoke last, and what the rules say. */
const putPatient = (
  { patientId, people, last, deaths, lastContactOn, summary }: StoredPatient,
  put: PutRow,
): RecordOf<'patient'> => {
  const spoke = people.find(({ institutionId }) => institutionId === last.institutionId);
  if (spoke === undefined) throw new Error('The institution that spoke last says nothing.');
  const content = demographicsOf(spoke.record);
  const cause = deaths.find(({ record }) => record.cause !== null)?.record.cause ?? null;
  put(patient, {
    inUse: true,
    ...content,
    patientId,
    institutionId: last.institutionId,
    submissionId: last.submissionId,
    recordedAt: last.recordedAt,
    contentHash: contentHash(content),
    ...codedColumns('causeOfDeath', cause),
    lastContactOn,
    leadingTumourId: summary.leadingTumourId,
    leadingSiteGroup: summary.leadingSiteGroup,
    leadingDiagnosedOn: summary.leadingDiagnosedOn,
    broadStage: summary.broadStage,
  });
  for (const tumour of summary.tumours) put(tumourAtDiagnosis, { patientId, ...tumour });
  return spoke.record;
};

/** What one institution says of who the patient is, and how the patient is found by it. */
const putPerson = (
  { record, id, patientId, institutionId, submissionId, recordedAt }: Stored<'patient'>,
  lastContactOn: string | null,
  cipher: IdentityCipher,
  put: PutRow,
): void => {
  const sent = { patientId, institutionId, submissionId, recordedAt };
  const content = demographicsOf(record);
  put(demographics, {
    inUse: true,
    ...content,
    ...sent,
    lastContactOn,
    contentHash: contentHash(content),
  });
  put(identity, { ...sent, ...sealedIdentity(cipher, record, record.numbers) });
  const nationalHash = nationalHashOf(cipher, record);
  put(patientSource, { institutionId, sourceId: record.patient, patientId, nationalHash });
  // As intake has it: an identifier may name a person, so only its keyed hash is stored.
  for (const alias of record.aliases)
    put(patientAlias, { institutionId, alias: `#${cipher.aliasHash(alias)}`, patientId });
  put(careRelationship, { institutionId, patientId, since: recordedAt });
  const life = saidOfLife(record);
  if (life === null) return;
  const hash = contentHash(life);
  put(vitalStatusReport, { ...sent, id, ...lifeKey(cipher, record), ...life, contentHash: hash });
};

const columnsOf = (table: PgTable, without: readonly string[] = []): string[] =>
  Object.values(getTableColumns(table))
    .map((column) => column.name)
    .filter((name) => !without.includes(name));

/** The patient lists and their tally, from the tables they sum up. */
const listFilling = (): readonly string[] => {
  const shown = columnsOf(listed).join(', ');
  const counted = columnsOf(listedTally, [listedTally.patients.name]).join(', ');
  const [list, tally] = [getTableUniqueName(listed), getTableUniqueName(listedTally)];
  return [
    `insert into ${list} (${shown}) select ${shown} from patients.to_be_listed
      order by ${listed.institutionId.name}, ${listed.diagnosedOn.name} desc, ${listed.patientId.name} desc`,
    `insert into ${tally} (${counted}, ${listedTally.patients.name})
      select ${counted}, count(*)::int from ${list} group by ${counted}`,
  ];
};

/** How patients are stored by COPY; what intake would store of the same records. */
export const registry: PatientRegistry = {
  patients: patient,
  tables: [
    patient,
    tumourAtDiagnosis,
    demographics,
    identity,
    vitalStatusReport,
    patientSource,
    patientAlias,
    nationalIdentity,
    careRelationship,
  ],
  put: (stored, cipher, put) => {
    const spoke = putPatient(stored, put);
    for (const person of stored.people) {
      const own = person.institutionId === stored.last.institutionId;
      putPerson(person, own ? stored.lastContactOn : null, cipher, put);
    }
    const identityHash = nationalHashOf(cipher, spoke);
    if (identityHash !== null) put(nationalIdentity, { identityHash, patientId: stored.patientId });
  },
  lists: {
    maintainedBy: [careRelationship, patient, identity, listed],
    tables: [listed, listedTally],
    fill: listFilling(),
  },
};
