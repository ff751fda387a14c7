import type { Label } from '@nodp/terminology';
import { chapterTitle } from './chapters.ts';
import { factorInWords } from './factor-words.ts';
import { factorMeaning } from './factors.ts';
import type { StagedTumour } from './staged-tumour.ts';
import type { StageTable } from './table.ts';

const AXES = ['T', 'N', 'M'] as const;

/** Whether a written category carries its own prefix. */
const prefixed = (text: string): boolean => /^[cpayr]/.test(text);

const categoryLine = (given: StagedTumour): string =>
  AXES.flatMap((axis) => {
    const text = given.categories[axis]?.trim() ?? '';
    if (text === '') return axis === 'M' ? [] : [`${axis}X`];
    const { classification } = given;
    const letter = new RegExp(axis, 'i').test(text) ? '' : axis;
    const own = axis === 'M' && classification === 'p' && !/1/.test(text) ? 'c' : classification;
    return [prefixed(text) || own === null ? `${letter}${text}` : `${own}${letter}${text}`];
  }).join(' ');

const factorsOf = (given: StagedTumour, table: StageTable): Label[] =>
  table.factors.flatMap((factor) => {
    const text = given.factors[factor.name] ?? '';
    return text === '' || factorMeaning(factor, given.factors).wrong
      ? []
      : [factorInWords(factor.name, text)];
  });

/** The rule that gave a group, in words: `pT3 pN1b cM0 → IIIB, AJCC 8, colon and rectum`. */
export const ruleInWords = (
  given: StagedTumour,
  asked: readonly {
    readonly chapter: string;
    readonly edition: number;
    readonly table: StageTable;
  }[],
  group: string,
): Label => {
  const [first] = asked;
  const factors = first === undefined ? [] : factorsOf(given, first.table);
  const left = (language: keyof Label): string =>
    [categoryLine(given), ...factors.map((factor) => factor[language])].filter(Boolean).join(', ');
  const editions = [...new Set(asked.map(({ edition }) => edition))].join(' / ');
  const titles = [...new Set(asked.map(({ chapter }) => chapter))].map(chapterTitle);
  return {
    en: `${left('en')} → ${group}, AJCC ${editions}, ${titles.map(({ en }) => en).join(' / ')}`,
    zh: `${left('zh')} → ${group}，AJCC 第${editions}版，${titles.map(({ zh }) => zh).join(' / ')}`,
  };
};
