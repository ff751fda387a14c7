import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import type { SourceFile } from './documents.ts';
import type { Platform, SavedMapping } from './platform.ts';
import type { Tally } from './tally.ts';

const ROWS = /\.(csv|tsv|xlsx|xml|naaccr)(\.gz)?$/i;
const MESSAGES = /\.hl7(\.gz)?$/i;

/** Whether a file goes to the platform as it is, and by which endpoint it is taken. */
export const endpointOf = ({ path }: SourceFile): 'csv' | 'hl7v2' | null =>
  ROWS.test(path) ? 'csv' : MESSAGES.test(path) ? 'hl7v2' : null;

/** The header of patients is the only one that has their sex. */
const PATIENTS = /(^|[,;\t"\uFEFF])(sex|性别)\s*($|[,;\t"])/i;

/** The beginning of a file, in UTF-8 or as it is in GB 18030. */
const beginning = async ({ path, packed }: SourceFile): Promise<string> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0);
    const raw = buffer.subarray(0, bytesRead);
    const bytes = packed ? gunzipSync(raw, { finishFlush: 2 }) : raw;
    return `${bytes.toString('utf8')}\n${new TextDecoder('gb18030').decode(bytes)}`;
  } finally {
    await file.close();
  }
};

const cellsIn = (line: string): string[] =>
  line
    .split(/[,;\t]/)
    .map((cell) => cell.replace(/^[\s"\uFEFF]+|[\s"]+$/g, '').toLowerCase())
    .sort();

/** Whether a line is the header of a mapping that gives patients. */
const isMappedPatients = (line: string, mappings: readonly SavedMapping[]): boolean =>
  mappings.some(
    ({ definition: { header, kinds } }) =>
      kinds.some(({ kind }) => kind === 'patient') &&
      header
        .map((cell) => cell.toLowerCase())
        .sort()
        .join() === cellsIn(line).join(),
  );

/** Files of patients before those of what is about them. */
export const patientsFirst = async (
  files: readonly SourceFile[],
  mappings: readonly SavedMapping[] = [],
): Promise<SourceFile[]> => {
  const ranked = await Promise.all(
    files.map(async (file) => ({
      file,
      first: (await beginning(file))
        .split(/\r?\n/)
        .some((line) => PATIENTS.test(line) || isMappedPatients(line, mappings)),
    })),
  );
  return ranked.sort((a, b) => Number(b.first) - Number(a.first)).map(({ file }) => file);
};

interface RowsAnswer {
  readonly kind?: string | null;
  readonly created?: number;
  readonly updated?: number;
  readonly unchanged?: number;
  readonly retained?: number;
  readonly held?: number;
  readonly refused?: number;
  readonly fault?: { readonly line: number; readonly reason: En; readonly remedy: En } | null;
  readonly message?: En;
  readonly told?: readonly {
    readonly line: number;
    readonly outcome: string;
    readonly problems: readonly {
      readonly column: string | null;
      readonly reason: En;
      readonly remedy: En;
    }[];
  }[];
}
interface En {
  readonly en: string;
}

const tellRows = (tally: Tally, from: string, status: number, text: string): void => {
  let answer: RowsAnswer = {};
  try {
    answer = JSON.parse(text) as RowsAnswer;
  } catch {
    // Said below by its status.
  }
  const type = answer.kind ?? 'file';
  for (const outcome of ['created', 'updated', 'unchanged', 'retained', 'held'] as const)
    tally.add(type, outcome, answer[outcome] ?? 0);
  tally.add(type, 'refused', answer.refused ?? 0);
  for (const { line, outcome, problems } of answer.told ?? []) {
    if (outcome !== 'refused') continue;
    for (const { column, reason, remedy } of problems)
      tally.refusals.push({
        from: `${from}:${line}`,
        place: column ?? '',
        diagnostics: `${reason.en} ${remedy.en}`.trim(),
      });
  }
  const { fault, message } = answer;
  if (fault)
    tally.refuse(type, {
      from: `${from}:${fault.line}`,
      place: '',
      diagnostics: `${fault.reason.en} ${fault.remedy.en}`,
    });
  else if (status !== 200 || answer.kind === undefined)
    tally.refuse(type, {
      from,
      place: '',
      diagnostics: message?.en ?? `Answered with status ${status}.`,
    });
};

const HL7_SIGNS: Readonly<Record<string, string>> = { F: '|', S: '^', T: '&', R: '~', E: '\\' };

const tellMessages = (tally: Tally, from: string, status: number, text: string): void => {
  const lines = text.split('\r').map((line) => line.split('|'));
  const answers = lines.filter(([name]) => name === 'MSA');
  if (answers.length === 0)
    tally.refuse('message', { from, place: '', diagnostics: `Answered with status ${status}.` });
  for (const [, code] of answers) {
    if (code === 'AA' || code === 'CA') tally.add('message', 'created');
    else tally.add('message', 'refused');
  }
  for (const [name, , place = '', , severity, , , , words = ''] of lines) {
    if (name !== 'ERR' || severity !== 'E') continue;
    const diagnostics = words.replace(/\\([FSTRE])\\/g, (_, sign: string) => HL7_SIGNS[sign] ?? '');
    tally.refusals.push({ from, place, diagnostics });
  }
};

/** Sends a file of rows or messages as it is, and counts what became of them. */
export const sendWhole = async (
  file: SourceFile,
  platform: Platform,
  tally: Tally,
  profile?: string,
): Promise<void> => {
  const endpoint = endpointOf(file);
  if (endpoint === null) return;
  const content = Readable.toWeb(createReadStream(file.path)) as ReadableStream;
  const { status, text } = await platform.sendFile(
    endpoint,
    content,
    file.packed,
    endpoint === 'csv' ? profile : undefined,
  );
  (endpoint === 'csv' ? tellRows : tellMessages)(tally, file.path, status, text);
};
