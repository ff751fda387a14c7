import type { Label } from '@nodp/terminology';
import { type Report, within } from '../problem.ts';
import { MOST_CODES } from './codes-form.ts';
import type { CriterionMeaning } from './module.ts';
import { about, or } from './words.ts';

/** Reports codes that are not known, and more of them than a choice may hold. */
export const lintCodes = (
  codes: readonly string[],
  isKnown: (code: string) => boolean,
  report: Report,
  at = '',
): void => {
  if (codes.length > MOST_CODES)
    report('too-large', at, {
      en: `At most ${MOST_CODES} codes.`,
      zh: `最多${MOST_CODES}个代码。`,
    });
  codes.forEach((code, i) => {
    if (!isKnown(code))
      report('unknown-code', within(at, i), {
        en: `“${code}” is not known.`,
        zh: `未知代码“${code}”。`,
      });
  });
};

/** What a list of codes means, of which a case has to have one. */
export const codesMeaning = <Code extends string>({
  isKnown,
  label,
  before = { en: '', zh: '' },
  where,
}: Pick<CriterionMeaning<Code[]>, 'where'> & {
  readonly isKnown: (code: string) => boolean;
  readonly label: (code: Code) => Label;
  /** Words before the codes when the criterion is printed. */
  readonly before?: Label;
}): CriterionMeaning<Code[]> => ({
  lint: (codes, report) => {
    if (codes.length === 0)
      report('empty-choice', '', { en: 'Choose at least one.', zh: '至少选择一项。' });
    lintCodes(codes, isKnown, report);
  },
  print: (codes) => about(before.en, before.zh, or(codes.map(label))),
  where,
});
