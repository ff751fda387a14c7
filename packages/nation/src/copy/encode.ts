import { contentHash, type IdentityCipher } from '@nodp/database';
import type { ClinicalTable, PatientHistory } from '../records/rows.ts';
import { clinicalTables, type RegistryTable, registryTables, type Table } from './tables.ts';
import { copyText, copyValue } from './text.ts';

/** Text of this length is turned into bytes at once: strings made of parts weigh several times as much. */
const PART = 1 << 16;

/** What waits to be sent to one table. */
class Waiting {
  readonly chunks: Buffer[] = [];
  #parts: string[] = [];
  #length = 0;

  push(line: string): void {
    this.#parts.push(line);
    this.#length += line.length;
    if (this.#length >= PART) this.close();
  }

  close(): void {
    if (this.#parts.length === 0) return;
    this.chunks.push(Buffer.from(this.#parts.join('')));
    this.#parts = [];
    this.#length = 0;
  }
}

/** Lines of COPY text, encoded once and waiting to be sent, by table. */
export class Lines {
  readonly #byTable = new Map<string, Waiting>();
  rows = 0;

  push(table: string, line: string): void {
    let waiting = this.#byTable.get(table);
    if (waiting === undefined) {
      waiting = new Waiting();
      this.#byTable.set(table, waiting);
    }
    waiting.push(line);
    this.rows++;
  }

  /** Every table with its bytes, none of them cut within a line. */
  *chunks(): Iterable<readonly [table: string, chunks: readonly Buffer[]]> {
    for (const [table, waiting] of this.#byTable) {
      waiting.close();
      yield [table, waiting.chunks];
    }
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
      // As the FHIR door has it: keyed, since a bare hash of a name and number could be guessed at.
      contentHash: cipher.numberHash(contentHash([person, identity.names, numbers])),
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
  // Without the day of birth nobody is linked.
  if (national && patient.content.bornPrecision === 'day') {
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
