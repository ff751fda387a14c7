import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { IdentityCipher } from '@nodp/database';
import type { Nation } from '../nation.ts';
import type { ClinicalTable, PatientHistory } from '../records/rows.ts';
import { encodeRow } from './encode.ts';
import type { Lines } from './lines.ts';

/** What one submission held: how many records of each resource type. */
export interface Sent {
  readonly institutionId: string;
  readonly receivedAt: string;
  readonly created: Map<string, number>;
}

/** What each submission of the nation held, counted as its patients go by. */
export class Tally {
  readonly #sent = new Map<string, Sent>();

  #count(
    submissionId: string,
    institutionId: string,
    receivedAt: string,
    resourceType: string,
  ): void {
    let sent = this.#sent.get(submissionId);
    if (sent === undefined) {
      sent = { institutionId, receivedAt, created: new Map() };
      this.#sent.set(submissionId, sent);
    }
    sent.created.set(resourceType, (sent.created.get(resourceType) ?? 0) + 1);
  }

  add({ identities, rows, patient, vitalStatusReports }: PatientHistory): void {
    for (const i of identities)
      this.#count(i.submissionId, i.institutionId, i.recordedAt, 'Patient');
    if (!identities.some((i) => i.submissionId === patient.submissionId)) {
      this.#count(patient.submissionId, patient.institutionId, patient.recordedAt, 'Patient');
    }
    for (const r of vitalStatusReports) {
      if (r.sourceType !== 'Patient')
        this.#count(r.submissionId, r.institutionId, r.recordedAt, r.sourceType);
    }
    for (const name of Object.keys(rows) as ClinicalTable[]) {
      for (const row of rows[name]) {
        this.#count(row.submissionId, row.institutionId, row.recordedAt, row.sourceType);
      }
    }
  }

  /** What was counted, in a form that goes from thread to thread. */
  get counted(): ReadonlyMap<string, Sent> {
    return this.#sent;
  }

  /** Adds what another counted. */
  merge(counted: ReadonlyMap<string, Sent>): void {
    for (const [id, { institutionId, receivedAt, created }] of counted) {
      const sent = this.#sent.get(id);
      if (sent === undefined) {
        this.#sent.set(id, { institutionId, receivedAt, created: new Map(created) });
        continue;
      }
      for (const [resourceType, n] of created) {
        sent.created.set(resourceType, (sent.created.get(resourceType) ?? 0) + n);
      }
    }
  }

  /**
   * The submissions. What they point to as their raw content is a note that says from which nation, hospital
   * and day it is made: from that the generator makes the records again.
   */
  write(lines: Lines, nation: Nation, cipher: IdentityCipher): void {
    for (const [id, { institutionId, receivedAt, created }] of this.#sent) {
      const { sha256, bytes } = writeNote(lines, nation, cipher, { institutionId, receivedAt });
      const counts = [...created].map(([resourceType, n]) => ({
        resourceType,
        created: n,
        updated: 0,
        unchanged: 0,
        retained: 0,
        refused: 0,
      }));
      encodeRow(lines, 'submission', {
        id,
        institutionId,
        accountId: 'nation',
        receivedAt,
        door: 'nation',
        sha256,
        bytes,
        status: 'accepted',
        counts,
      });
    }
  }
}

const noteOf = ({ seed, reference }: Nation, what: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ demonstration: 'nation', seed, reference, ...what });

const writeNote = (
  lines: Lines,
  nation: Nation,
  cipher: IdentityCipher,
  what: Readonly<Record<string, unknown>>,
) => {
  const note = noteOf(nation, what);
  const sha256 = hash('sha256', note);
  const bytes = Buffer.byteLength(note);
  encodeRow(lines, 'payload', { sha256, bytes, content: cipher.seal(gzipSync(note)) });
  return { sha256, bytes };
};

/** The key of the note that says that the whole nation is there. */
export const completionKey = (nation: Nation): string =>
  hash('sha256', noteOf(nation, { patients: nation.patients }));

export const writeCompletion = (lines: Lines, nation: Nation, cipher: IdentityCipher): void => {
  writeNote(lines, nation, cipher, { patients: nation.patients });
};
