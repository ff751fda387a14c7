import { contentHash, type IdentityCipher } from '@nodp/database';
import type { ClinicalTable, PatientHistory } from '../records/rows.ts';
import { clinicalTables, type RegistryTable, registryTables, type Table } from './tables.ts';
import { copyText, copyValue } from './text.ts';

/** Lines of COPY text waiting to be sent, by table. */
export class Lines {
  readonly byTable = new Map<string, string[]>();
  rows = 0;

  push(table: string, line: string): void {
    const lines = this.byTable.get(table);
    if (lines === undefined) this.byTable.set(table, [line]);
    else lines.push(line);
    this.rows++;
  }
}

const encode = (table: Table, row: Readonly<Record<string, unknown>>): string => {
  let line = '';
  for (const { key, kind } of table.columns) line += `\t${copyValue(row[key], kind)}`;
  return line;
};

export const encodeRow = (
  lines: Lines,
  table: RegistryTable,
  row: Readonly<Record<string, unknown>>,
): void => {
  const to = registryTables[table];
  lines.push(to.name, `${encode(to, row).slice(1)}\n`);
};

const clinicalNames = Object.keys(clinicalTables) as ClinicalTable[];

/** Everything of one patient, ready for COPY; names and numbers go under the cipher here. */
export const encodePatient = (
  lines: Lines,
  history: PatientHistory,
  cipher: IdentityCipher,
): void => {
  const { patientId, patient, identities, rows } = history;
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
    leadingTumourId: patient.leadingTumourId,
    leadingSiteGroup: patient.leadingSiteGroup,
    leadingDiagnosedOn: patient.leadingDiagnosedOn,
    broadStage: patient.broadStage,
  });
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
      contentHash: contentHash(person),
      submissionId,
      nameHashes: cipher.nameHashes(identity.names),
      numberHashes: numbers.map((n) => cipher.numberHash(n)),
      recordedAt,
    });
    encodeRow(lines, 'patientSource', { institutionId, sourceId, patientId });
    for (const alias of aliases)
      encodeRow(lines, 'patientAlias', { institutionId, alias, patientId });
    encodeRow(lines, 'careRelationship', { institutionId, patientId, since: recordedAt });
  }
  const national = identities[0]?.person.nationalId;
  if (national) {
    const identityHash = cipher.nationalHash(national, patient.content.bornOn);
    encodeRow(lines, 'nationalIdentity', { identityHash, patientId });
  }
  for (const name of clinicalNames) {
    const table = clinicalTables[name];
    for (const row of rows[name]) {
      const head = `${patientId}\t${row.id}\t${row.institutionId}\t${row.sourceType}\t${copyText(row.sourceId)}\t${contentHash(row.content)}\t${row.submissionId}\t${row.recordedAt}`;
      lines.push(table.name, `${head}${encode(table, row.content as never)}\n`);
    }
  }
};
