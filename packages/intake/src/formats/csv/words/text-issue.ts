import type { Issue, IssueCode } from '@nodp/record';
import type { Words } from '@nodp/record/csv';

/** What is wrong and how it is corrected, in both languages. */
export interface TextIssue {
  readonly code: IssueCode;
  readonly reason: Words;
  readonly remedy: Words;
}

export const issue = (
  code: IssueCode,
  [en, enRemedy]: readonly [string, string],
  [zh, zhRemedy]: readonly [string, string],
): TextIssue => ({ code, reason: { en, zh }, remedy: { en: enRemedy, zh: zhRemedy } });

/** As much of what was sent as a message repeats. */
export const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Where it stands, as issues say it: `line 7, birth_date`. */
export const placeOf = (line: number, column?: string): string =>
  `line ${line}${column === undefined ? '' : `, ${column}`}`;

export const errorOf = (text: TextIssue, line: number, column?: string): Issue => ({
  severity: 'error',
  code: text.code,
  where: placeOf(line, column),
  message: `${text.reason.en} ${text.remedy.en}`,
  words: { reason: text.reason, remedy: text.remedy },
});
