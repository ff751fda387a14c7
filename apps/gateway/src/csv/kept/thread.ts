import { parentPort, workerData } from 'node:worker_threads';
import { connect, identityCipher, isUnavailable } from '@nodp/database';
import type { TypeCounts } from '@nodp/intake';
import { clinicalIntake } from '../../fhir/intake.ts';
import { KeptStopped, type KeptWork, takeKept } from './take-kept.ts';

// The worker thread of one kept file: who reads the platform meanwhile does not wait for a row.

/** What the thread is begun with. */
export interface KeptThread {
  readonly applicationUrl: string;
  readonly identityKey: Uint8Array;
  readonly work: KeptWork;
}

/** From the thread. */
export type KeptReply =
  | { readonly counts: readonly TypeCounts[] }
  | { readonly result: Record<string, unknown> }
  | { readonly stopped: true }
  | { readonly failed: string; readonly away: boolean };

/** Parts of a file that are written at once, and one connection for how far it is. */
const CONNECTIONS = 3;

if (parentPort === null) throw new Error('thread.ts runs as a worker thread only');
const port = parentPort;
const { applicationUrl, identityKey, work } = workerData as KeptThread;
const say = (reply: KeptReply): void => port.postMessage(reply);

const stopping = new AbortController();
port.on('message', () => stopping.abort());

const database = connect(applicationUrl, { max: CONNECTIONS });
try {
  const result = await takeKept(
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
    error instanceof KeptStopped
      ? { stopped: true }
      : { failed: (error as Error).stack ?? String(error), away: isUnavailable(error) },
  );
} finally {
  await database.end();
  port.close();
}
