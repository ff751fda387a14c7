import { parentPort, workerData } from 'node:worker_threads';
import { connect, identityCipher, isUnavailable } from '@nodp/database';
import type { TypeCounts } from '@nodp/intake';
import { clinicalIntake } from '../../fhir/intake.ts';
import { ImportStopped, type ImportWork, takeImport } from './take-import.ts';

// The worker thread of one import: who reads the platform meanwhile does not wait for a row.

/** What the thread is begun with. */
export interface ImportThread {
  readonly applicationUrl: string;
  readonly identityKey: Uint8Array;
  readonly work: ImportWork;
}

/** From the thread. */
export type ImportReply =
  | { readonly counts: readonly TypeCounts[] }
  | { readonly result: Record<string, unknown> }
  | { readonly stopped: true }
  | { readonly failed: string; readonly away: boolean };

/** Parts of a file that are written at once, and one connection for how far it is. */
const CONNECTIONS = 3;

if (parentPort === null) throw new Error('thread.ts runs as a worker thread only');
const port = parentPort;
const { applicationUrl, identityKey, work } = workerData as ImportThread;
const say = (reply: ImportReply): void => port.postMessage(reply);

const stopping = new AbortController();
port.on('message', () => stopping.abort());

const database = connect(applicationUrl, { max: CONNECTIONS });
try {
  const result = await takeImport(
    {
      ...{ database, intake: clinicalIntake(identityKey), cipher: identityCipher({ identityKey }) },
      onIngested: ({ counts }) => say({ counts }),
    },
    work,
    stopping.signal,
  );
  say({ result });
} catch (error) {
  say(
    error instanceof ImportStopped
      ? { stopped: true }
      : { failed: (error as Error).stack ?? String(error), away: isUnavailable(error) },
  );
} finally {
  await database.end();
  port.close();
}
