import { ABORT, DimseFault } from './pdu.ts';

/** Command sets of PS3.7 annex E: always in implicit little endian. */

export const COMMAND = { store: 0x0001, echo: 0x0030, cancel: 0x0fff } as const;
export const STATUS = { success: 0x0000, unrecognized: 0x0211, notAuthorized: 0x0124 } as const;
const ANSWER = 0x8000;
const NO_DATA_SET = 0x0101;

export interface Command {
  readonly field: number;
  readonly messageId: number;
  readonly sopClass: string;
  readonly sopUid: string;
  readonly hasDataSet: boolean;
}

/** @throws DimseFault where it is no command */
export const readCommand = (bytes: Buffer): Command => {
  const values = new Map<number, Buffer>();
  for (let at = 0; at < bytes.length; ) {
    const length = at + 8 > bytes.length ? Number.POSITIVE_INFINITY : bytes.readUInt32LE(at + 4);
    if (at + 8 + length > bytes.length || bytes.readUInt16LE(at) !== 0)
      throw new DimseFault(ABORT.parameter, 'The command is no command set.');
    values.set(bytes.readUInt16LE(at + 2), bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  const number = (element: number): number | null => {
    const value = values.get(element);
    return value === undefined || value.length < 2 ? null : value.readUInt16LE(0);
  };
  const uid = (element: number): string =>
    (values.get(element) ?? Buffer.alloc(0)).toString('latin1').replace(/[\0 ]+$/, '');
  const [field, messageId] = [number(0x0100), number(0x0110)];
  if (field === null)
    throw new DimseFault(ABORT.parameter, 'The command does not say which it is.');
  return {
    ...{ field, messageId: messageId ?? 0 },
    ...{ sopClass: uid(0x0002) || uid(0x0003), sopUid: uid(0x1000) || uid(0x1001) },
    hasDataSet: (number(0x0800) ?? NO_DATA_SET) !== NO_DATA_SET,
  };
};

const element = (number: number, value: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(number, 2);
  head.writeUInt32LE(value.byteLength, 4);
  return Buffer.concat([head, value]);
};

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

const even = (value: string, by: string): Buffer =>
  Buffer.from(value.length % 2 === 0 ? value : `${value}${by}`, 'latin1');

/** Characters of an error comment (LO). */
const COMMENT = 64;

/** The answer to a command, with what is wrong in words. */
export const answerTo = (
  { field, messageId, sopClass, sopUid }: Command,
  status: number,
  comment = '',
): Buffer => {
  const words = comment.replace(/[^\x20-\x5b\x5d-\x7e]/g, '?').slice(0, COMMENT);
  const rest = Buffer.concat([
    ...(sopClass === '' ? [] : [element(0x0002, even(sopClass, '\0'))]),
    element(0x0100, u16(field | ANSWER)),
    element(0x0120, u16(messageId)),
    element(0x0800, u16(NO_DATA_SET)),
    element(0x0900, u16(status)),
    ...(words === '' ? [] : [element(0x0902, even(words, ' '))]),
    ...(sopUid === '' ? [] : [element(0x1000, even(sopUid, '\0'))]),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(rest.length);
  return Buffer.concat([element(0x0000, length), rest]);
};
