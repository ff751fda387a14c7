import { contentHash, type IdentityCipher } from '@nodp/database';
import type { ClinicalTable, PatientHistory } from '../records/rows.ts';
import type { Lines } from './lines.ts';
import { clinicalTables, type RegistryTable, registryTables, type Table } from './tables.ts';
import type { CopyText } from './text.ts';

const encode = (to: CopyText, { columns }: Table, row: Readonly<Record<string, unknown>>): void => {
  for (const { key, kind } of columns) to.value(row[key], kind);
};

export const encodeRow = (
  lines: Lines,
  table: RegistryTable,
  row: Readonly<Record<string, unknown>>,
): void => {
  const known = registryTables[table];
  const to = lines.of(known.name);
  encode(to, known, row);
  to.end();
  lines.rows++;
};

const clinicalNames = Object.keys(clinicalTables) as ClinicalTable[];

/** Everything of one patient, ready for COPY; names and numbers go under the cipher here. */
export const encodePatient = (
  lines: Lines,
  history: PatientHistory,
  cipher: IdentityCipher,
): void => {
  const { patientId, patient, identities, vitalStatusReports, rows, summary } = history;
  encodeRow(lines, 'patient', {
    ...patient.content,
    patientId,
    institutionId: patient.institutionId,
    submissionId: patient.submissionId,
    recordedAt: patient.recordedAt,
    contentHash: contentHash(patient.content),
    causeOfDeathSystem: patient.cause.system,
    causeOfDeathCode: patient.cause.code,
    causeOfDeathDisplay: patient.cause.display,
    lastContactOn: patient.lastContactOn,
    leadingTumourId: summary.leadingTumourId,
    leadingSiteGroup: summary.leadingSiteGroup,
    leadingDiagnosedOn: summary.leadingDiagnosedOn,
    broadStage: summary.broadStage,
  });
  for (const { content, ...row } of vitalStatusReports) {
    encodeRow(lines, 'vitalStatusReport', {
      ...row,
      ...content,
      patientId,
      contentHash: contentHash(content),
    });
  }
  for (const tumour of summary.tumours)
    encodeRow(lines, 'tumourAtDiagnosis', { patientId, ...tumour });
  for (const identity of identities) {
    const { institutionId, submissionId, recordedAt, sourceId, person, aliases } = identity;
    const numbers = [
      ...person.medicalRecordNumbers,
      ...(person.nationalId ? [person.nationalId] : []),
    ];
    encodeRow(lines, 'identity', {
      patientId,
      institutionId,
      ciphertext: cipher.seal(JSON.stringify(person)),
      // As intake has it: keyed, since a bare hash of a name and number could be guessed at.
      contentHash: cipher.numberHash(contentHash([person, identity.names, numbers])),
      submissionId,
      ...cipher.identityHashes(person, identity.names, numbers),
      recordedAt,
    });
    encodeRow(lines, 'patientSource', { institutionId, sourceId, patientId });
    // As intake has it: an identifier may name a person, so only its keyed hash is stored.
    for (const alias of aliases) {
      const hash = `#${cipher.aliasHash(alias)}`;
      encodeRow(lines, 'patientAlias', { institutionId, alias: hash, patientId });
    }
    encodeRow(lines, 'careRelationship', { institutionId, patientId, since: recordedAt });
  }
  const national = identities[0]?.person.nationalId;
  // Without the day of birth nobody is linked.
  if (national && patient.content.bornPrecision === 'day') {
    const identityHash = cipher.nationalHash(national, patient.content.bornOn);
    encodeRow(lines, 'nationalIdentity', { identityHash, patientId });
  }
  for (const name of clinicalNames) {
    if (rows[name].length === 0) continue;
    const table = clinicalTables[name];
    const to = lines.of(table.name);
    for (const row of rows[name]) {
      to.text(patientId);
      to.text(row.id);
      to.text(row.institutionId);
      to.text(row.sourceType);
      to.text(row.sourceId);
      to.text(contentHash(row.content));
      to.text(row.submissionId);
      to.text(row.recordedAt);
      encode(to, table, row.content as never);
      to.end();
    }
    lines.rows += rows[name].length;
  }
};
