import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { IdentityCipher } from '@nodp/database';
import { payload, submission } from '@nodp/database/tables';
import type { Kind, PutRow, Stored } from '@nodp/record';
import type { Nation } from '../nation.ts';
import type { PatientHistory } from '../records/records.ts';

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

  #countAll(stored: readonly Stored<Kind>[]): void {
    // A part of another record is no record of its own.
    for (const { submissionId, institutionId, recordedAt, record } of stored)
      if (!record.source.id.includes('#'))
        this.#count(submissionId, institutionId, recordedAt, record.source.type);
  }

  add({ people, last, deaths, records }: PatientHistory): void {
    this.#countAll(people);
    if (!people.some(({ submissionId }) => submissionId === last.submissionId))
      this.#count(last.submissionId, last.institutionId, last.recordedAt, 'Patient');
    this.#countAll(deaths);
    for (const stored of Object.values(records)) this.#countAll(stored);
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
  write(put: PutRow, nation: Nation, cipher: IdentityCipher): void {
    for (const [id, { institutionId, receivedAt, created }] of this.#sent) {
      const { sha256, bytes } = writeNote(put, nation, cipher, { institutionId, receivedAt });
      const counts = [...created].map(([resourceType, n]) => ({
        resourceType,
        created: n,
        updated: 0,
        unchanged: 0,
        retained: 0,
        held: 0,
        refused: 0,
      }));
      put(submission, {
        id,
        institutionId,
        accountId: 'nation',
        receivedAt,
        channel: 'nation',
        sha256,
        bytes,
        status: 'accepted',
        counts,
        outcome: null,
        request: null,
        attempts: 0,
      });
    }
  }
}

const noteOf = ({ seed, reference }: Nation, what: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ demonstration: 'nation', seed, reference, ...what });

const writeNote = (
  put: PutRow,
  nation: Nation,
  cipher: IdentityCipher,
  what: Readonly<Record<string, unknown>>,
) => {
  const note = noteOf(nation, what);
  const sha256 = hash('sha256', note);
  const bytes = Buffer.byteLength(note);
  put(payload, { sha256, bytes, content: cipher.seal(gzipSync(note)) });
  return { sha256, bytes };
};

/** The key of the note that says that the whole nation is there. */
export const completionKey = (nation: Nation): string =>
  hash('sha256', noteOf(nation, { patients: nation.patients }));

export const writeCompletion = (put: PutRow, nation: Nation, cipher: IdentityCipher): void => {
  writeNote(put, nation, cipher, { patients: nation.patients });
};
