import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { framed } from '@nodp/intake';
import {
  associateRequest,
  commandOf,
  dial,
  pieces,
  said,
  unit,
} from '../../../apps/gateway/src/dimse/testing/peer.ts';
import type { Bytes } from './harms.ts';

const VERIFICATION = '1.2.840.10008.1.1';
const CT = '1.2.840.10008.5.1.4.1.1.2';
const IMPLICIT = '1.2.840.10008.1.2';
const OFFERS = [
  { id: 1, abstract: VERIFICATION, syntaxes: [IMPLICIT] },
  { id: 3, abstract: CT, syntaxes: ['1.2.840.10008.1.2.1'] },
];

/**
 * Sends bytes in the pieces that shares of their length part them in, and hangs up; resolves once the other side has done so too.
 * @throws where it does not within a minute
 */
export const sendBytes = async (
  port: number,
  bytes: Uint8Array,
  cuts: readonly number[],
): Promise<void> => {
  const socket = connect(port, '127.0.0.1');
  const closed = new Promise<void>((done) => socket.once('close', () => done()));
  // Who is hung up on while sending has nothing more to send.
  socket.on('error', () => socket.destroy());
  socket.resume();
  const at = [0, ...cuts.map((cut) => Math.floor(cut * bytes.length)).sort((a, b) => a - b)];
  for (const [i, from] of at.entries()) {
    if (socket.destroyed) break;
    socket.write(bytes.subarray(from, at[i + 1] ?? bytes.length));
    // So that a piece arrives by itself.
    await setTimeout(1);
  }
  socket.end();
  const isClosed = await Promise.race([closed.then(() => true), setTimeout(60_000, false)]);
  socket.destroy();
  if (!isClosed) throw new Error(`Port ${port} keeps a connection that its peer has ended.`);
};

/** What a message by MLLP is answered with. */
export const answeredByMllp = async (port: number, message: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  let told = '';
  socket.write(framed(Buffer.from(message)));
  for await (const part of socket) {
    told += String(part);
    if (told.includes('\u001c')) break;
  }
  return told;
};

/** All that a modality sends to store an instance. @param data its data set, without a file's head */
export const storeOf = (data: Buffer): Bytes => {
  const command = commandOf(1, { sopClass: CT, sopUid: '2.25.701.1.1', data: true });
  const all = [...pieces(3, true, command), ...pieces(3, false, data, 4_000)];
  return Uint8Array.from(
    Buffer.concat([
      associateRequest({}, OFFERS),
      ...all.map((one) => unit(4, one)),
      unit(5, Buffer.alloc(4)),
    ]),
  );
};

/** Whether an instance that a modality sends is stored. @param bytes of `storeOf` */
export const isStoredByDimse = async (port: number, bytes: Bytes): Promise<boolean> => {
  const peer = dial(port);
  peer.send(bytes);
  const [agreed, answer, released] = [await peer.next(), await peer.next(), await peer.next()];
  peer.socket.destroy();
  const isAnswered = agreed?.type === 2 && released?.type === 6 && answer !== null;
  return isAnswered && said(answer.body).status === 0;
};
