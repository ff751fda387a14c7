import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '@nodp/database';
import { structureCheck } from '@nodp/intake';
import { clinicalIntake } from '../fhir/intake.ts';
import { type Call, type Reply, type ThreadSettings, toFailure, toPart } from './messages.ts';
import { takingHere } from './taking.ts';

// The worker thread's own module: submissions as they come, as many at once as it has connections.

if (parentPort === null) throw new Error('thread.ts runs as a worker thread only');
const port = parentPort;
const { applicationUrl, identityKey, atOnce } = workerData as ThreadSettings;

const taking = takingHere(connect(applicationUrl, { max: atOnce }), clinicalIntake(identityKey));

const answer = async ({ id, ...call }: Call): Promise<Reply> => {
  try {
    return 'together' in call
      ? { id, parts: (await taking.takeTogether(call.together)).map(toPart) }
      : { id, taken: await taking.take(call.handed) };
  } catch (error) {
    return { id, failure: toFailure(error) };
  }
};

port.on('message', (call: Call) => {
  void answer(call).then((reply) => port.postMessage(reply));
});

// The definitions FHIR is checked by take a second to read: not the first sender's. Where they cannot be read, each sender is told.
void structureCheck().catch(() => {});
