import type { Issue, IssueCode } from '@nodp/record';
import { partAt, type Segment } from '../formats/hl7v2/message.ts';
import type { IngestResult } from '../ingest/results.ts';

/** HL7 table 0008: accepted; its content has to be corrected; not taken at all. */
export type Acknowledgement = 'AA' | 'AE' | 'AR';

/** What an acknowledgement answers. */
export interface Answered {
  /** The message's own MSH; null where it could not be read. */
  readonly msh: Segment | null;
  readonly code: Acknowledgement;
  /** What was taken, in words. */
  readonly text: string;
  readonly issues: readonly Issue[];
  /** Of the submission, to find it by on the platform; null where none was made. */
  readonly submissionId: string | null;
}

/** HL7 table 0357. */
const CONDITIONS: Readonly<Partial<Record<IssueCode, readonly [number, string]>>> = {
  structure: [100, 'Segment sequence error'],
  required: [101, 'Required field missing'],
  value: [102, 'Data type error'],
  'code-invalid': [103, 'Table value not found'],
  'not-supported': [200, 'Unsupported message type'],
  'not-found': [204, 'Unknown key identifier'],
  'multiple-matches': [204, 'Unknown key identifier'],
  duplicate: [205, 'Duplicate key identifier'],
  transient: [206, 'Application record locked'],
  exception: [207, 'Application internal error'],
  informational: [0, 'Message accepted'],
};

const SEVERITIES: Readonly<Record<Issue['severity'], string>> = {
  fatal: 'E',
  error: 'E',
  warning: 'W',
  information: 'I',
};

/** Signs other than ASCII go as the bytes of UTF-8 (`\X..\`): the answer reads alike in every character set. */
const inAscii = (text: string): string =>
  text.replace(
    /[^\x20-\x7E]+/g,
    (signs) =>
      `\\X${Buffer.from(signs.replace(/[\r\n]+/g, ' '), 'utf8')
        .toString('hex')
        .toUpperCase()}\\`,
  );

const escaped = (text: string): string =>
  inAscii(
    text
      .replaceAll('\\', '\\E\\')
      .replaceAll('|', '\\F\\')
      .replaceAll('^', '\\S\\')
      .replaceAll('&', '\\T\\')
      .replaceAll('~', '\\R\\'),
  );

/** `OBX[3]-5` as ERR-2 says it: segment, which of it, field. */
const locationIn = (where: string): string => {
  const [all, segment = '', nth = '1', field = ''] =
    /^([A-Z][A-Z0-9]{2})(?:\[(\d+)\])?(?:-(\d+))?$/.exec(where) ?? [];
  return all === undefined ? '' : [segment, nth, field].filter((part) => part !== '').join('^');
};

/** So many places are told: what is wrong everywhere is wrong in one way. */
const MOST_ERRORS = 50;

const errorOf = ({ severity, code, where, message }: Issue, submissionId: string | null) => {
  const [number, words] =
    code === 'not-supported' && where === 'MSH-12'
      ? ([203, 'Unsupported version id'] as const)
      : (CONDITIONS[code] ?? ([199, 'Other HL7 error'] as const));
  const fields = [
    'ERR',
    '',
    locationIn(where),
    `${number}^${words}^HL70357`,
    SEVERITIES[severity],
    '',
    '',
    submissionId ?? '',
    escaped(message),
  ];
  return fields.join('|');
};

/** `20261129134500+0800`. */
const timestamp = (now: Date): string => {
  const here = new Date(now.getTime() + 8 * 3_600_000).toISOString();
  return `${here.slice(0, 19).replace(/[-:T]/g, '')}+0800`;
};

const raw = (msh: Segment | null, field: number): string =>
  // As it was sent, in the separators of the answer.
  escaped(partAt(msh ?? undefined, field) ?? '');

/** In enhanced mode (MSH-15 or MSH-16 said), who wants no answer of the application wants one of receipt: CA, CE, CR. */
const codeFor = ({ msh, code }: Answered): string =>
  partAt(msh ?? undefined, 16) === 'NE' ? code.replace('A', 'C') : code;

/** Whether the sender waits for an answer (HL7 table 0155): always where it says nothing of it. */
export const isAnswerWanted = ({ msh, code }: Answered): boolean => {
  const [receipt, application] = [partAt(msh ?? undefined, 15), partAt(msh ?? undefined, 16)];
  const wanted = application === undefined || application === 'NE' ? receipt : application;
  if (wanted === undefined) return application !== 'NE' || receipt !== undefined;
  return (
    wanted === 'AL' || (wanted === 'ER' && code !== 'AA') || (wanted === 'SU' && code === 'AA')
  );
};

/** The acknowledgement of one message: MSH, MSA, and an ERR for each thing that has to be corrected or known. */
export const acknowledgementOf = (answered: Answered, now: Date, id: string): string => {
  const { msh, text, issues, submissionId } = answered;
  const event = partAt(msh ?? undefined, 9, 2);
  const told = issues.slice(0, MOST_ERRORS);
  const lines = [
    [
      'MSH',
      '^~\\&',
      raw(msh, 5) || 'NODP',
      raw(msh, 6),
      raw(msh, 3),
      raw(msh, 4),
      timestamp(now),
      '',
      event === undefined ? 'ACK' : `ACK^${escaped(event)}^ACK`,
      id,
      raw(msh, 11) || 'P',
      raw(msh, 12) || '2.5.1',
    ].join('|'),
    ['MSA', codeFor(answered), raw(msh, 10), escaped(text)].join('|'),
    ...told.map((issue) => errorOf(issue, submissionId)),
  ];
  return `${lines.join('\r')}\r`;
};

/** What was taken of a message, in words. */
const taken = ({ counts }: IngestResult): string => {
  const sum = (of: 'created' | 'updated' | 'unchanged' | 'retained' | 'held' | 'refused'): number =>
    counts.reduce((total, one) => total + one[of], 0);
  return (['created', 'updated', 'unchanged', 'retained', 'held', 'refused'] as const)
    .map((of) => [sum(of), of] as const)
    .filter(([n]) => n > 0)
    .map(([n, of]) => `${n} ${of}`)
    .join(', ');
};

/** What became of a message, as its sender is told. */
export const answeredOf = (result: IngestResult, msh: Segment | null): Answered => {
  const { issues, entries, submissionId } = result;
  const whole = entries.length === 0 ? issues : [];
  const rejected = whole.some(({ code }) => code === 'structure' || code === 'not-supported');
  const refused = issues.length > 0;
  // Beside records that were read, what is retained is only counted; a message of which nothing is read says why.
  const retained = entries.length > 0 && entries.every(({ outcome }) => outcome === 'retained');
  const warnings = entries
    .flatMap((entry) => (entry.outcome === 'refused' ? [] : entry.issues))
    .filter(({ severity }) => retained || severity !== 'information');
  return {
    msh,
    code: rejected ? 'AR' : refused ? 'AE' : 'AA',
    text: taken(result),
    issues: [...issues, ...warnings],
    submissionId,
  };
};
