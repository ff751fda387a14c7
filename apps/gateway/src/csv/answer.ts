import { rowOf } from '@nodp/intake';
import type { Issue } from '@nodp/record';
import type { ToldRow } from './take.ts';

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

/** The columns that a file of refused rows has beside its own. */
export const ADDED = ['nodp_line', 'nodp_column', 'nodp_reason', 'nodp_remedy'] as const;

/** A refused row with what is to be corrected; the other columns are as they were, so that the file can be corrected and sent again. */
export const refusedRow = (
  { line, cells, problems }: ToldRow,
  width: number,
  zh: boolean,
): string => {
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
