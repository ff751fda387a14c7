/** The signs that part a message, as its MSH names them. */
export interface Separators {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly sub: string;
}

/** One line of a message. */
export interface Segment {
  /** `OBX`. */
  readonly name: string;
  /** Which of its name in the message, from 1. */
  readonly nth: number;
  /** Fields as sent, by HL7's numbers: [0] is the name. Of MSH, [1] is the field separator itself. */
  readonly fields: readonly string[];
  readonly raw: string;
  readonly separators: Separators;
}

export interface Message {
  readonly segments: readonly Segment[];
  readonly separators: Separators;
}

/** HL7 v2 writes two quotation marks where a value is to be deleted; nothing at all leaves it as it is. */
const DELETED = '""';

/** Segments of one message; a report of a hundred pages line by line has some 5,000. */
const MOST_SEGMENTS = 50_000;
/** Lines, those of broken texts among them, and fields, components and the like: each costs many times its own byte. */
const MOST_LINES = 200_000;
const MOST_PARTS = 4_000_000;

export const separatorsOf = (header: string): Separators | null => {
  const field = header[3];
  const [, signs = ''] = header.split(field ?? '|', 2);
  const [component = '^', repetition = '~', escaping = '\\', sub = '&'] = signs;
  if (field === undefined || /[\w\s]/.test(field) || signs.length < 2) return null;
  const all = [field, component, repetition, escaping, sub];
  return new Set(all).size < all.length
    ? null
    : { field, component, repetition, escape: escaping, sub };
};

/** A segment's name is three letters or digits; a line that has none continues the line before (senders break texts). */
const SEGMENT = /^[A-Z][A-Z0-9]{2}(?=$|[^A-Z0-9\s])/;

const linesOf = (text: string, field: string): string[] => {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const isSegment = SEGMENT.test(line) && (line.length === 3 || line[3] === field);
    const last = lines.length - 1;
    if (isSegment || last < 0) lines.push(line);
    else lines[last] = `${lines[last]}\n${line}`;
  }
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '');
};

/** What forbids taking a text apart: in how many pieces it would fall. */
const tooManyParts = (text: string, separators: Separators): string | null => {
  const signs = new Set(Object.values(separators).map((sign: string) => sign.charCodeAt(0)));
  let [lines, parts] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x0a || sign === 0x0d) lines++;
    else if (signs.has(sign)) parts++;
  }
  if (lines > MOST_LINES) return `The message has more than ${MOST_LINES} lines. Send it in parts.`;
  return parts > MOST_PARTS
    ? `The message has more than ${MOST_PARTS} fields, components and repetitions. Send it in parts.`
    : null;
};

/** Takes a message of one MSH apart; what is wrong with it in words where it is none. */
export const parseMessage = (text: string): Message | { readonly problem: string } => {
  // No text of a message holds it, and no database stores it.
  const trimmed = text.replaceAll('\u0000', '').trimStart();
  if (!trimmed.startsWith('MSH'))
    return { problem: 'A message begins with the segment MSH. Send the whole message.' };
  const separators = separatorsOf(trimmed);
  if (separators === null)
    return { problem: 'MSH-1 and MSH-2 name no separators. Begin the message with MSH|^~\\&|.' };
  const tooMany = tooManyParts(trimmed, separators);
  if (tooMany !== null) return { problem: tooMany };
  const lines = linesOf(trimmed, separators.field);
  if (lines.length > MOST_SEGMENTS)
    return { problem: `The message has more than ${MOST_SEGMENTS} segments. Send it in parts.` };
  const counts = new Map<string, number>();
  const segments = lines.map((raw): Segment => {
    const parts = raw.split(separators.field);
    const name = parts[0] ?? '';
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const fields = name === 'MSH' ? [name, separators.field, ...parts.slice(1)] : parts;
    return { name, nth, fields, raw, separators };
  });
  return { segments, separators };
};

/** Where a field stands, in words that the sender's system knows: `OBX[3]-5`. */
export const locationOf = ({ name, nth }: Segment, field?: number): string =>
  `${name}${nth === 1 ? '' : `[${nth}]`}${field === undefined ? '' : `-${field}`}`;

const HEX = /^([0-9A-Fa-f]{2})+$/;

/**
 * Undoes the escapes of a text (HL7 v2.5.1, 2.7): separators, line breaks of formatted text, and bytes by their numbers. What
 * highlights (`\H\`, `\N\`) is left out; a sequence nobody defined stays as it was sent.
 */
export const unescaped = (text: string, s: Separators): string => {
  if (!text.includes(s.escape)) return text;
  const parts = text.split(s.escape);
  // An odd number of signs: the last is one that its sender forgot to escape.
  const pairs = parts.length % 2 === 1 ? parts.length : parts.length - 1;
  let out = '';
  for (let i = 0; i < pairs; i++) out += i % 2 === 0 ? parts[i] : signOf(parts[i] ?? '', s);
  return pairs === parts.length ? out : `${out}${s.escape}${parts[pairs]}`;
};

const signOf = (code: string, s: Separators): string => {
  switch (code) {
    case 'F':
      return s.field;
    case 'S':
      return s.component;
    case 'T':
      return s.sub;
    case 'R':
      return s.repetition;
    case 'E':
      return s.escape;
    case 'H':
    case 'N':
      return '';
    case '.br':
    case '.ce':
      return '\n';
  }
  const hex = code.startsWith('X') ? code.slice(1) : '';
  if (HEX.test(hex)) {
    // The bytes of a sign of UTF-8; control signs other than line ends mean nothing in a text.
    const decoded = new TextDecoder('utf-8').decode(Buffer.from(hex, 'hex'));
    return decoded.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}|\uFFFD/gu, '');
  }
  const lines = /^\.sp\+?(\d{0,2})$/.exec(code);
  if (lines !== null) return '\n'.repeat(Number(lines[1] || 1));
  if (/^\.(in|ti|sk)[+-]?\d{0,3}$/.test(code)) return ' ';
  return /^\.(fi|nf)$/.test(code) ? '' : `${s.escape}${code}${s.escape}`;
};

/** One value of a field, taken apart as far as it is asked for. */
export interface Value {
  /** The value as sent. */
  readonly raw: string;
  /** A component, from 1, its escapes undone; undefined where it is empty or deleted. */
  part(component: number, sub?: number): string | undefined;
  /** The whole value as one text. */
  readonly text: string | undefined;
}

const said = (raw: string | undefined, s: Separators): string | undefined => {
  if (raw === undefined || raw === '' || raw === DELETED) return undefined;
  return unescaped(raw, s).trim() || undefined;
};

const valueIn = (raw: string, s: Separators): Value => ({
  raw,
  part: (component, sub = 1) =>
    said(raw.split(s.component)[component - 1]?.split(s.sub)[sub - 1], s),
  text: said(raw, s),
});

/** The repetitions of a field that hold something. */
export const valuesOf = (segment: Segment, field: number): Value[] => {
  const raw = segment.fields[field];
  if (raw === undefined || raw === '') return [];
  return raw
    .split(segment.separators.repetition)
    .filter((one) => one !== '')
    .map((one) => valueIn(one, segment.separators));
};

/** Whether a field says nothing (what was said of it before stands), takes back what was said (`""`), or says something. */
export const speechOf = (segment: Segment, field: number): 'silent' | 'deleted' | 'said' => {
  const { component, repetition, sub } = segment.separators;
  const parts = (segment.fields[field] ?? '')
    .split(repetition)
    .flatMap((one) => one.split(component).flatMap((part) => part.split(sub)))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return 'silent';
  return parts.every((part) => part === DELETED) ? 'deleted' : 'said';
};

/** The first repetition of a field; one that says nothing where it is empty. */
export const valueAt = (segment: Segment | undefined, field: number): Value =>
  (segment === undefined ? undefined : valuesOf(segment, field)[0]) ?? {
    raw: '',
    part: () => undefined,
    text: undefined,
  };

/** A component of a field's first repetition, the first component where none is asked for. */
export const partAt = (
  segment: Segment | undefined,
  field: number,
  component = 1,
): string | undefined => valueAt(segment, field).part(component);
