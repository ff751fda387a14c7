/** Protocol data units of PS3.8, section 9.3: what a peer sends, read as it comes, and what it is answered. */

export const PDU = {
  request: 0x01,
  accept: 0x02,
  reject: 0x03,
  data: 0x04,
  releaseRequest: 0x05,
  releaseAnswer: 0x06,
  abort: 0x07,
} as const;

/** Bytes of a unit of data that are taken at most: told to the peer when it asks to be associated. */
export const MOST_PDU = 128 * 1024;

export interface Pdu {
  readonly type: number;
  readonly body: Buffer;
}

/** Reasons of A-ABORT (PS3.8 9.3.8), of what is wrong in what came. */
export const ABORT = { unspecified: 0, unrecognized: 1, unexpected: 2, parameter: 6 } as const;

/** What came is no protocol that is spoken here: the association ends. */
export class DimseFault extends Error {
  readonly reason: number;
  constructor(reason: number, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** A unit, with its type and length before it. */
export const pduOf = (type: number, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(6);
  head[0] = type;
  head.writeUInt32BE(body.byteLength, 2);
  return Buffer.concat([head, body]);
};

export const abortPdu = (reason: number): Buffer =>
  // Of the provider, not of a program on it.
  pduOf(PDU.abort, Buffer.from([0, 0, 2, reason]));

const KNOWN = new Set<number>(Object.values(PDU));

/**
 * The units of a connection, each once it is whole; no more is held of it than one and what came with its end.
 * @throws DimseFault where a unit is of no known type, or longer than may be
 */
export async function* pdusOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Pdu, void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of bytes) {
    // Put together at once, since a piece of one byte that is kept costs a hundred; no more than a unit and a piece is copied.
    rest =
      rest.length === 0
        ? Buffer.from(part.buffer, part.byteOffset, part.byteLength)
        : Buffer.concat([rest, part]);
    let at = 0;
    while (rest.length - at >= 6) {
      const type = rest[at] as number;
      if (!KNOWN.has(type))
        throw new DimseFault(ABORT.unrecognized, `No unit of DICOM begins with ${type}.`);
      const length = rest.readUInt32BE(at + 2);
      if (length > MOST_PDU)
        throw new DimseFault(ABORT.parameter, `A unit of ${length} bytes is too long.`);
      if (rest.length - at < 6 + length) break;
      yield { type, body: rest.subarray(at + 6, at + 6 + length) };
      at += 6 + length;
    }
    rest = rest.subarray(at);
  }
}
