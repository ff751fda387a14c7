import { lintCodes } from '../../criterion/codes.ts';
import type { CriterionMeaning } from '../../criterion/module.ts';
import { both, starting } from '../../criterion/where.ts';
import { join, or, same } from '../../criterion/words.ts';

const LETTERS = ['t', 'n', 'm'] as const;
const KNOWN = /^(?:T(?:[0-4](?:[a-d]\d?|mi)?|is|a|X)|N(?:[0-3](?:[a-d]|mi)?|X)|M(?:[01][a-d]?|X))$/;

const of = (codes: readonly string[], letter: string): string[] =>
  codes.filter((code) => code.startsWith(letter.toUpperCase()));

export const meaning: CriterionMeaning<string[]> = {
  lint: (codes, report) => {
    if (codes.length === 0)
      report('empty-choice', '', { en: 'Choose at least one.', zh: '至少选择一项。' });
    lintCodes(codes, (code) => KNOWN.test(code), report);
  },
  print: (codes) =>
    join(
      LETTERS.flatMap((letter) => {
        const own = of(codes, letter);
        return own.length === 0 ? [] : [or(own.map(same))];
      }),
      ' with ',
      '、',
    ),
  where: (codes) =>
    both(
      LETTERS.flatMap((letter) => {
        const own = of(codes, letter);
        return own.length === 0 ? [] : [starting(letter, own)];
      }),
    ),
};
