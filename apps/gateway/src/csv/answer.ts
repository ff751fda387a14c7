import { rowOf } from '@nodp/intake';
import type { Issue } from '@nodp/record';
import type { FileResult, ToldRow } from './take.ts';

interface Told {
  readonly en: string;
  readonly zh: string;
}

/** What is wrong, and how it is corrected, apart: issues of the kinds say both in one text, the remedy last. */
export const inWords = ({
  words,
  message,
}: Issue): { readonly reason: Told; readonly remedy: Told } => {
  if (words !== undefined) return words;
  const at = message.search(/[.:] (?=[A-Z][^.]*\.?$)/);
  const [reason, remedy] =
    at === -1
      ? [message, '']
      : [message.slice(0, at + 1).replace(/:$/, '.'), message.slice(at + 2)];
  return { reason: { en: reason, zh: reason }, remedy: { en: remedy, zh: remedy } };
};

/** Characters of a cell that are told: whole reports are not sent back. */
const MOST_CELL = 200;

export const told = ({ line, outcome, cells, problems }: ToldRow) => ({
  line,
  outcome,
  cells: cells.map((cell) => (cell.length > MOST_CELL ? `${cell.slice(0, MOST_CELL)}…` : cell)),
  problems: problems.map(({ column, issue }) => ({ column, code: issue.code, ...inWords(issue) })),
});

/** What became of a file as it is answered. @param untold rows of which something was to be said that are not among the told */
export const answerOf = (
  { fault, ...rest }: FileResult,
  rows: readonly ReturnType<typeof told>[],
  untold: number,
) => ({
  ...rest,
  fault:
    fault === null ? null : { line: fault.line, code: fault.issue.code, ...inWords(fault.issue) },
  told: rows,
  untold,
});

/** The refused rows as a file, with what is to be corrected. */
export const refusedCsv = (
  header: readonly string[],
  rows: readonly ToldRow[],
  untold: number,
  zh: boolean,
): Response =>
  new Response(
    `\uFEFF${[rowOf([...header, ...ADDED]), ...rows.map((row) => refusedRow(row, header.length, zh))].join('')}`,
    {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'cache-control': 'no-store',
        'x-nodp-untold': String(untold),
      },
    },
  );

/** The columns that a file of refused rows has beside its own. */
const ADDED = ['nodp_line', 'nodp_column', 'nodp_reason', 'nodp_remedy'] as const;

/** A refused row with what is to be corrected; the other columns are as they were, so that the file can be corrected and sent again. */
const refusedRow = ({ line, cells, problems }: ToldRow, width: number, zh: boolean): string => {
  const said = problems.map(({ issue }) => inWords(issue));
  const language = zh ? 'zh' : 'en';
  return rowOf([
    ...Array.from({ length: Math.max(width, cells.length) }, (_, i) => cells[i] ?? ''),
    String(line),
    problems
      .map(({ column }) => column ?? '')
      .filter(Boolean)
      .join('; '),
    said.map(({ reason }) => reason[language]).join(' '),
    said.map(({ remedy }) => remedy[language]).join(' '),
  ]);
};
