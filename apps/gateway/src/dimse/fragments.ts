import { ABORT, DimseFault, PDU, type Pdu, pduOf } from './pdu.ts';

/** A piece of a command or of a data set (PS3.8 9.3.5.1 and annex E). */
interface Fragment {
  readonly context: number;
  readonly isCommand: boolean;
  readonly isLast: boolean;
  readonly bytes: Buffer;
}

/** The pieces of a unit of data. @throws DimseFault */
const fragmentsOf = (body: Buffer): Fragment[] => {
  const fragments: Fragment[] = [];
  for (let at = 0; at < body.length; ) {
    const length = at + 6 > body.length ? 0 : body.readUInt32BE(at);
    if (length < 2 || at + 4 + length > body.length)
      throw new DimseFault(ABORT.parameter, 'A unit of data is cut off.');
    const control = body[at + 5] as number;
    fragments.push({
      context: body[at + 4] as number,
      isCommand: (control & 1) === 1,
      isLast: (control & 2) === 2,
      bytes: body.subarray(at + 6, at + 4 + length),
    });
    at += 4 + length;
  }
  return fragments;
};

/** What a peer says after it was associated. */
export type Said = Fragment | 'release' | 'gone';

/** One piece after the other, out of as many units as it takes. @throws DimseFault at a unit that may not come now */
export const spoken = (pdus: AsyncGenerator<Pdu, void>): (() => Promise<Said>) => {
  let waiting: Fragment[] = [];
  let next = 0;
  return async () => {
    while (next >= waiting.length) {
      const { value: pdu, done } = await pdus.next();
      if (done || pdu.type === PDU.abort) return 'gone';
      if (pdu.type === PDU.releaseRequest) return 'release';
      if (pdu.type !== PDU.data)
        throw new DimseFault(ABORT.unexpected, `A unit of type ${pdu.type} came out of turn.`);
      waiting = fragmentsOf(pdu.body);
      next = 0;
    }
    return waiting[next++] as Fragment;
  };
};

/** A whole command as one unit: answers are shorter than what every peer takes. */
export const commandPdu = (context: number, command: Buffer): Buffer => {
  const head = Buffer.alloc(6);
  head.writeUInt32BE(command.length + 2);
  head[4] = context;
  head[5] = 3;
  return pduOf(PDU.data, Buffer.concat([head, command]));
};
