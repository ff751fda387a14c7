/** What every indicator says of a case, in words too. */
import type { IndicatorJudgement, MissingFact } from './facts.ts';
import type { QualityIndicator, Words } from './indicator.ts';
import { QUALITY_INDICATORS } from './indicators.ts';
import { MISSING_WORDS } from './missing-words.ts';
import type { RecordedCase } from './of-record.ts';
import { firstTreated } from './within.ts';

export interface JudgedCase {
  readonly code: string;
  readonly result: Exclude<IndicatorJudgement['result'], 'NOT_OF_IT'>;
  readonly missing: MissingFact | null;
  /** What a case that falls short lacks, or what is not known of one that cannot be judged; null of one that is met. */
  readonly why: Words | null;
}

const MALIGNANT = '3';

const after = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const shortOf = (
  { lacks, by }: Pick<QualityIndicator, 'lacks' | 'by'>,
  { diagnosedOn, facts }: RecordedCase,
): Words => {
  const days = by === 'FIRST_TREATMENT' ? firstTreated(facts) : by;
  if (days === null || diagnosedOn === null) return { en: `${lacks.en}.`, zh: `${lacks.zh}。` };
  const day = after(diagnosedOn, days);
  return by === 'FIRST_TREATMENT'
    ? {
        en: `${lacks.en} by the first treatment on ${day}.`,
        zh: `截至${day}首次治疗，${lacks.zh}。`,
      }
    : {
        en: `${lacks.en} by ${day}, ${days} days from diagnosis on ${diagnosedOn}.`,
        zh: `截至${day}（${diagnosedOn}诊断后${days}天），${lacks.zh}。`,
      };
};

const capital = ({ en, zh }: Words): Words => ({
  en: en.charAt(0).toUpperCase() + en.slice(1),
  zh,
});

const whyOf = (
  indicator: QualityIndicator,
  one: RecordedCase,
  judgement: IndicatorJudgement,
): Words | null => {
  if (judgement.result === 'NOT_MET') return capital(shortOf(indicator, one));
  if (judgement.result !== 'CANNOT_BE_JUDGED') return null;
  if (judgement.missing === 'TIME')
    return { en: 'Its time is not over yet.', zh: '时限尚未届满。' };
  const missing = MISSING_WORDS[judgement.missing];
  return { en: `Not known: ${missing.en}.`, zh: `不详：${missing.zh}。` };
};

/** Windows in days from diagnosis. */
const WINDOWS = [120, 365] as const;

/** The next day on which time alone may change what is said of a case; null where none will. */
export const judgedAnewOn = (
  { diagnosedOn, facts }: RecordedCase,
  said: readonly JudgedCase[],
): string | null => {
  if (diagnosedOn === null || !said.some(({ missing }) => missing === 'TIME')) return null;
  const until = facts.pool?.until ?? 0;
  // Of a window counted from an operation it is examined every month.
  const next = WINDOWS.find((days) => days >= until) ?? until + 30;
  return after(diagnosedOn, next + 1);
};

/** The indicators that a case is of; none of a case that is not malignant. */
export const judgeCase = (one: RecordedCase): JudgedCase[] => {
  if (one.facts.behaviour !== MALIGNANT) return [];
  return QUALITY_INDICATORS.flatMap((indicator) => {
    if (indicator.judge === null || !indicator.sites.includes(one.facts.site)) return [];
    const judgement = indicator.judge(one.facts);
    if (judgement.result === 'NOT_OF_IT') return [];
    return [
      {
        code: indicator.code,
        result: judgement.result,
        missing: judgement.result === 'CANNOT_BE_JUDGED' ? judgement.missing : null,
        why: whyOf(indicator, one, judgement),
      },
    ];
  });
};
