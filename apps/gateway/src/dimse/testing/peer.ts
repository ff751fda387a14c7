import { connect, type Socket } from 'node:net';

/** A modality for tests, written byte by byte from PS3.7 and PS3.8: nothing of the server's own reader is in it. */

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const little = (value: number, width: 2 | 4): Buffer => {
  const bytes = Buffer.alloc(width);
  bytes.writeUIntLE(value, 0, width);
  return bytes;
};

export const unit = (type: number, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([type, 0]), u32(body.byteLength), body]);

const item = (type: number, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([type, 0]), u16(value.length), value]);

export interface Offer {
  readonly id: number;
  readonly abstract: string;
  readonly syntaxes: readonly string[];
}

export const associateRequest = (
  { calling = 'CT01', called = 'NODP' },
  offers: readonly Offer[],
): Buffer =>
  unit(
    1,
    Buffer.concat([
      ...[u16(1), u16(0), Buffer.from(called.padEnd(16)), Buffer.from(calling.padEnd(16))],
      Buffer.alloc(32),
      item(0x10, Buffer.from('1.2.840.10008.3.1.1.1')),
      ...offers.map(({ id, abstract, syntaxes }) =>
        item(
          0x20,
          Buffer.concat([
            Buffer.from([id, 0, 0, 0]),
            item(0x30, Buffer.from(abstract)),
            ...syntaxes.map((syntax) => item(0x40, Buffer.from(syntax))),
          ]),
        ),
      ),
      item(0x50, item(0x51, u32(16_384))),
    ]),
  );

export const pieces = (
  context: number,
  isCommand: boolean,
  bytes: Buffer,
  size = 16_000,
): Buffer[] => {
  const all: Buffer[] = [];
  for (let at = 0; at < Math.max(bytes.length, 1); at += size) {
    const part = bytes.subarray(at, at + size);
    const control = (isCommand ? 1 : 0) | (at + size >= bytes.length ? 2 : 0);
    all.push(Buffer.concat([u32(part.length + 2), Buffer.from([context, control]), part]));
  }
  return all;
};

const element = (number: number, value: Buffer): Buffer =>
  Buffer.concat([little(0, 2), little(number, 2), little(value.length, 4), value]);

const uid = (text: string): Buffer => Buffer.from(text.length % 2 === 0 ? text : `${text}\0`);

export const commandOf = (
  field: number,
  { sopClass = '', sopUid = '', messageId = 1, data = false } = {},
): Buffer => {
  const rest = Buffer.concat([
    element(0x0002, uid(sopClass)),
    element(0x0100, little(field, 2)),
    element(0x0110, little(messageId, 2)),
    element(0x0800, little(data ? 0 : 0x0101, 2)),
    ...(sopUid === '' ? [] : [element(0x1000, uid(sopUid))]),
  ]);
  return Buffer.concat([element(0, little(rest.length, 4)), rest]);
};

/** What an answer says: its command field, status, and comment. */
export const said = (body: Buffer) => {
  const values = new Map<number, Buffer>();
  for (let at = 6; at < body.length; ) {
    const length = body.readUInt32LE(at + 4);
    values.set(body.readUInt16LE(at + 2), body.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  return {
    field: values.get(0x0100)?.readUInt16LE(),
    status: values.get(0x0900)?.readUInt16LE(),
    comment: (values.get(0x0902) ?? Buffer.alloc(0)).toString('latin1').trim(),
  };
};

/** A connection that reads whole units; null once the other side hung up. */
export const dial = (port: number) => {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  const units = (async function* () {
    let held: Buffer = Buffer.alloc(0);
    for await (const part of socket) {
      held = Buffer.concat([held, part]);
      while (held.length >= 6 && held.length >= 6 + held.readUInt32BE(2)) {
        const length = held.readUInt32BE(2);
        yield { type: held[0], body: held.subarray(6, 6 + length) };
        held = held.subarray(6 + length);
      }
    }
  })();
  const next = async () => {
    const { value, done } = await units.next().catch(() => ({ value: undefined, done: true }));
    return done || value === undefined ? null : value;
  };
  return { socket, next, send: (bytes: Uint8Array) => socket.write(bytes) };
};
