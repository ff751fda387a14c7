import { stat } from 'node:fs/promises';
import type { Database, IdentityCipher, Principal } from '@nodp/database';
import type { IngestResult, Intake } from '@nodp/intake';
import { answerOf } from '../answer.ts';
import { mappingStore } from '../mappings.ts';
import { type ToldRow, takeFile } from '../take.ts';
import { storedUpload, uploadStore, uploadValues } from '../uploads.ts';
import { type ImportAsked, importProgress } from './files.ts';
import { placesOf } from './folder.ts';
import { readSealed, sealedList } from './sealed-file.ts';

/** A file to be imported. */
export interface ImportWork {
  readonly folder: string;
  readonly id: string;
  readonly institution: string;
  readonly account: string;
  readonly asked: ImportAsked;
  /** Bytes of its list of told rows that stand. */
  readonly refusedBytes: number;
  readonly bytes: number;
}

export interface ImportServices {
  readonly database: Database;
  readonly intake: Intake;
  readonly cipher: IdentityCipher;
  readonly onIngested: (result: IngestResult) => void;
}

/** Somebody asked that it be stopped. */
export class ImportStopped extends Error {}

/**
 * Takes a file in, from where it was broken off. What is to be said of its rows is kept beside it, sealed.
 * @returns what became of it, without a cell of any row
 * @throws ImportStopped
 */
export const takeImport = async (
  { database, intake, cipher, onIngested }: ImportServices,
  { folder, id, institution, account, asked, refusedBytes, bytes }: ImportWork,
  signal: AbortSignal,
): Promise<Record<string, unknown>> => {
  const principal: Principal = {
    accountId: account,
    name: { en: account, zh: account },
    role: 'SYSTEM',
    ...(asked.by !== undefined && { ownRole: asked.by }),
    institutionId: institution,
  };
  const origin = { requestId: id, operation: 'job take-files' };
  const caller = { principal, requestId: id };
  const places = placesOf(folder, institution, id);
  await stat(places.content);
  const mappings = (await mappingStore(database, intake.csv).all(principal, caller)).map(
    ({ definition }) => definition,
  );
  const mapping = mappings.find(({ name }) => name === asked.profile);
  const before =
    refusedBytes === 0 ? null : await uploadStore(database).find(principal, caller, id);
  const told = await sealedList(places.told, before === null ? 0 : refusedBytes, cipher);
  const stopping = new AbortController();
  let read = 0;
  async function* content(): AsyncGenerator<Uint8Array> {
    for await (const part of readSealed(places.content, cipher)) {
      yield part;
      read += part.byteLength;
    }
  }
  let rows: ToldRow[] = [];
  try {
    // A list begins with a part: its length tells that the file was begun.
    let length = before === null ? await told.add('[]') : refusedBytes;
    const result = await takeFile(
      { database, intake, onIngested },
      content(),
      {
        ...{ principal, origin },
        asked: { ...asked, mapping, mappings },
        signal: AbortSignal.any([signal, stopping.signal]),
      },
      (row) => void rows.push(row),
      {
        before: before?.ended === true ? null : before,
        store: async (state) => {
          if (rows.length > 0) length = await told.add(JSON.stringify(rows));
          rows = [];
          const share = Math.min(1, read / Math.max(1, bytes));
          // Together: a list that is ahead of its rows would say them twice.
          const [stored] = await database.session(
            principal,
            (session) =>
              session.transaction(async () => {
                await session.run(storedUpload, uploadValues(principal, id, state));
                return session.run(importProgress, { id, share, refused: length });
              }),
            origin,
          );
          if (stored?.stopped === true) stopping.abort();
        },
      },
    );
    const { told: _, ...answer } = answerOf(result, [], 0);
    return answer;
  } catch (error) {
    if (stopping.signal.aborted) throw new ImportStopped();
    throw error;
  } finally {
    await told.close();
  }
};
