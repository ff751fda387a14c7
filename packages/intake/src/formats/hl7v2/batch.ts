import { decode } from '@nodp/record/decode';

/** Messages as they came, in the bytes of each. */
export type Batch =
  | {
      readonly form: 'message' | 'batch';
      readonly messages: readonly Uint8Array[];
      readonly header: string | null;
    }
  | { readonly problem: string };

/** Messages of one file: a hospital's of a busy day. */
const MOST_MESSAGES = 20_000;

const LF = 0x0a;
const CR = 0x0d;

/** The segments by which a file is taken apart, as numbers of their three bytes. */
const BOUNDS = new Map(
  ['MSH', 'FHS', 'BHS', 'BTS', 'FTS'].map((name) => [
    name.charCodeAt(0) * 65_536 + name.charCodeAt(1) * 256 + name.charCodeAt(2),
    name,
  ]),
);

/**
 * The first line of a file in bytes and those that begin with a bound, with their beginning; line ends stand in no sign of the character
 * sets taken. Nothing is made of any other line: a file may have as many as bytes.
 */
function* linesIn(bytes: Uint8Array): Generator<{ readonly from: number; readonly name: string }> {
  let from = 0;
  // The mark of the byte order that Windows programs begin a file with.
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) from = 3;
  let isFirst = true;
  for (let at = from; at <= bytes.length; at++) {
    const byte = bytes[at];
    if (at < bytes.length && byte !== CR && byte !== LF) continue;
    if (at > from) {
      const begins =
        (bytes[from] ?? 0) * 65_536 + (bytes[from + 1] ?? 0) * 256 + (bytes[from + 2] ?? 0);
      const name = at - from < 3 ? undefined : BOUNDS.get(begins);
      if (isFirst || name !== undefined) yield { from, name: name ?? '' };
      isFirst = false;
    }
    from = at + 1;
  }
}

const lineAt = (bytes: Uint8Array, from: number): string => {
  const rest = bytes.subarray(from);
  const end = rest.findIndex((byte) => byte === CR || byte === LF);
  const line = rest.subarray(0, end === -1 ? rest.length : end);
  return decode(line) ?? Buffer.from(line).toString('latin1');
};

/** A trailer's count: of messages (BTS-1), of batches (FTS-1); null where it names none. */
const countIn = (line: string): number | null => {
  const said = line
    .slice(3)
    .split(line[3] ?? '|')[1]
    ?.trim();
  return said && /^\d{1,9}$/.test(said) ? Number(said) : null;
};

const disagree = (trailer: string, said: number, what: string, found: number): Batch => ({
  problem: `${trailer} says ${said} ${what}, the file holds ${found}: part of it may be lost, so that none of it is taken. Send the file again whole.`,
});

/**
 * Takes a file apart into its messages: one message, several one after the other, or a batch (FHS, BHS, BTS, FTS). Where a
 * trailer counts otherwise than the file holds, or there are too many, nothing of it is taken.
 */
export const messagesOf = (bytes: Uint8Array, most = MOST_MESSAGES): Batch => {
  const starts: number[] = [];
  let end = bytes.length;
  let header: string | null = null;
  let inBatch = 0;
  let batches = 0;
  let open: 'FHS' | 'BHS' | null = null;
  const bounds: [from: number, to: number][] = [];
  const closeMessage = (at: number): void => {
    const last = starts.pop();
    if (last !== undefined) bounds.push([last, at]);
  };
  let sawFile = false;
  let fileEnded = false;
  for (const { from, name } of linesIn(bytes)) {
    if (name === 'MSH') {
      closeMessage(from);
      starts.push(from);
      inBatch++;
      if (bounds.length >= most)
        return {
          problem: `There are more than ${most} messages in it, so that none of it is taken. Send them in several requests.`,
        };
    } else if (name === 'FHS' || name === 'BHS') {
      closeMessage(from);
      header ??= lineAt(bytes, from);
      if (name === 'FHS') sawFile = true;
      else {
        if (open === 'BHS')
          return {
            problem:
              'A batch (BHS) begins before the one before it ended (BTS). Send the file again whole.',
          };
        open = 'BHS';
        batches++;
        inBatch = 0;
      }
    } else if (name === 'BTS') {
      closeMessage(from);
      const said = countIn(lineAt(bytes, from));
      if (open !== 'BHS')
        return {
          problem: 'A batch ends (BTS) that did not begin (BHS). Send the file again whole.',
        };
      if (said !== null && said !== inBatch) return disagree('BTS-1', said, 'messages', inBatch);
      open = null;
    } else if (name === 'FTS') {
      closeMessage(from);
      const said = countIn(lineAt(bytes, from));
      if (said !== null && said !== batches) return disagree('FTS-1', said, 'batches', batches);
      fileEnded = true;
      end = from;
    } else if (bounds.length === 0 && starts.length === 0 && header === null) {
      return {
        problem:
          'HL7 v2 begins with the segment MSH, FHS or BHS. Send a message, or a batch of them.',
      };
    }
  }
  closeMessage(end);
  if (open === 'BHS')
    return {
      problem:
        'The batch has no end (BTS): part of it may be lost, so that none of it is taken. Send the file again whole.',
    };
  if (sawFile && !fileEnded)
    return {
      problem:
        'The file has no end (FTS): part of it may be lost, so that none of it is taken. Send the file again whole.',
    };
  const messages = bounds.map(([from, to]) => bytes.subarray(from, to));
  if (messages.length === 0) return { problem: 'There is no message (MSH) in it.' };
  return { form: header === null && messages.length === 1 ? 'message' : 'batch', messages, header };
};
