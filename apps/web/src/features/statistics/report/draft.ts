/** The report that is being put together, while the browser's tab is open: figures are added to it from the explorer. */
import { parseSearch, type Search, stringifySearch } from '../../../address.ts';
import type { Question } from '../question/question.ts';
import { type Block, fits, reportOf, searchOfReport } from './report.ts';

const key = 'nodp.report';

export const readDraft = (): Search => parseSearch(sessionStorage.getItem(key) ?? '');

export const writeDraft = (search: Search): void =>
  sessionStorage.setItem(key, stringifySearch(search));

/** @returns how many blocks the report has with it; null where it has no room for it */
export function addToDraft(question: Question): number | null {
  const { title, blocks } = reportOf(readDraft());
  const block: Block = { is: 'figure', question };
  const next = { title, blocks: [...blocks, block] };
  if (!fits(next)) return null;
  writeDraft(searchOfReport(next));
  return next.blocks.length;
}
