/** A report: figures and words in order, whole in its address, so that a link saves it and next year's release fills it again. */
import { parseSearch, type Search, stringifySearch } from '../../../address.ts';
import { remainingInputsOf } from '../question/possible.ts';
import { type Question, questionOf, searchOf } from '../question/question.ts';

export type Block =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'figure'; readonly question: Question };

export type Report = { readonly title: string; readonly blocks: readonly Block[] };

export const MOST_BLOCKS = 24;
/** Signs of an address that every server and browser takes. */
const LONGEST_ADDRESS = 12_000;

const names = Array.from({ length: MOST_BLOCKS }, (_, i) => `b${i + 1}`);
/** Before the words of a block and before the address of a question. */
const [text, figure] = ['t', 'f'];

/** Reads an address; what it does not know is passed over. */
export const reportOf = (search: Search): Report => ({
  title: search.title ?? '',
  blocks: names.flatMap((name): Block[] => {
    const [sign, words] = [search[name]?.slice(0, 1), search[name]?.slice(1) ?? ''];
    if (sign === text) return [{ is: 'text', text: words }];
    return sign === figure ? [{ is: 'figure', question: questionOf(parseSearch(words)) }] : [];
  }),
});

/** The reverse of `reportOf`. */
export const searchOfReport = ({ title, blocks }: Report): Search => ({
  title: title === '' ? undefined : title,
  ...Object.fromEntries(
    names.map((name, i) => {
      const block = blocks[i];
      return [name, block && textOf(block)];
    }),
  ),
});

const textOf = (block: Block): string =>
  block.is === 'text'
    ? `${text}${block.text}`
    : `${figure}${stringifySearch(searchOf(block.question)).slice(1)}`;

/** Whether a report has room in its address. */
export const fits = (report: Report): boolean =>
  report.blocks.length <= MOST_BLOCKS &&
  stringifySearch(searchOfReport(report)).length <= LONGEST_ADDRESS;

/** The report with a block at another place; places outside change nothing. */
export function moved({ title, blocks }: Report, from: number, to: number): Report {
  const block = blocks[from];
  if (block === undefined || to < 0 || to >= blocks.length) return { title, blocks };
  const others = blocks.toSpliced(from, 1);
  return { title, blocks: others.toSpliced(to, 0, block) };
}

const withSources = (
  { title, blocks }: Report,
  sourceOf: (source: string | null) => string | null,
): Report => ({
  title,
  blocks: blocks.map((block): Block => {
    if (block.is === 'text') return block;
    const [first, ...others] = block.question.selections;
    const changed = (one: typeof first) => ({ ...one, source: sourceOf(one.source) });
    return {
      is: 'figure',
      question: { ...block.question, selections: [changed(first), ...others.map(changed)] },
    };
  }),
});

/** The report whose figures are of the newest source, whichever that is when it is opened. */
export const ofNewest = (report: Report): Report => withSources(report, () => null);

/** The report that the next release fills: a release gives way to the newest, a registry's data set stays what it is. */
export const asTemplate = (report: Report): Report =>
  withSources(report, (source) => (source?.startsWith('release-') ? null : source));

/** What a template keeps of the blocks for whoever fills it without the page. */
export const retainedBlocks = ({ blocks }: Report) =>
  blocks.map((block) =>
    block.is === 'text'
      ? { text: block.text }
      : { questions: remainingInputsOf(block.question).map((input) => JSON.stringify(input)) },
  );
