import type { CaseFacts, IndicatorJudgement } from './facts.ts';

export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** How much of the source's text was read when the definition was written. */
export type TextSeen = 'SEEN' | 'SEEN_IN_PART' | 'NOT_SEEN';

/** A clinical quality indicator as data: of whom, what counts, from where. */
export interface QualityIndicator {
  /** The source's own. */
  readonly code: string;
  /** Site groups it is of. */
  readonly sites: readonly string[];
  readonly title: Words;
  readonly numerator: Words;
  readonly denominator: Words;
  /** Who of them is left out, and why. */
  readonly exclusions: readonly Words[];
  /** Within which time it is to be done. */
  readonly window: Words;
  /** What is missing of a case that falls short. */
  readonly lacks: Words;
  /** By which day it had to be there: so many days from diagnosis, or the first treatment or operation; null where by none. */
  readonly by: number | 'FIRST_TREATMENT' | null;
  readonly source: string;
  readonly seen: TextSeen;
  /** The rate that the source expects, per cent; null where it names none. Of all of them more is better. */
  readonly expected: number | null;
  /** Judges a case of its sites; null where no record of this platform says it. */
  readonly judge: ((facts: CaseFacts) => IndicatorJudgement) | null;
  /** Why no case is judged at all; null where they are. */
  readonly notJudged: Words | null;
  /** Why no case of a release is judged; null where they are. */
  readonly notReleased: Words | null;
}

type Judge = (facts: CaseFacts) => IndicatorJudgement;

/** Judged from the clinical pool and from a release. */
export const judged = (judge: Judge) => ({ judge, notJudged: null, notReleased: null });

/** Judged from the clinical pool alone, as a release does not have the facts. */
export const inPool = (judge: Judge, en: string, zh: string) => ({
  judge,
  notJudged: null,
  notReleased: {
    en: `A case as it is released does not say ${en}.`,
    zh: `发布的病例数据不含${zh}。`,
  },
});

export const NHC = 'NHC 2023, quality control indicators of tumour care';
export const COC = 'Commission on Cancer, quality measures';

export const FIRST_TREATED: Words = {
  en: 'patients who received first treatment',
  zh: '接受首次治疗的患者',
};
export const CTNM: Words = {
  en: 'with a clinical TNM stage from before it',
  zh: '首次治疗前有临床TNM分期者',
};
export const BEFORE_FIRST: Words = {
  en: 'on or before the day of the first treatment; a biopsy is none',
  zh: '首次治疗当日或之前；活检不算治疗',
};
export const NO_TREATMENT: Words = {
  en: 'without any recorded treatment: there is no first one',
  zh: '无治疗记录者：无首次治疗可言',
};
export const UNDER_18: Words = {
  en: 'under 18: other care is given',
  zh: '18岁以下：治疗方式不同',
};
export const MEN: Words = {
  en: 'men: the measure is of women',
  zh: '男性：该指标仅针对女性',
};
export const STAGE_FOUR: Words = {
  en: 'stages 0 and IV: neither in situ nor spread disease is meant',
  zh: '0期及IV期：原位癌与转移性疾病不在其列',
};
export const days = (many: number): Words => ({
  en: `${many} days from diagnosis, both included`,
  zh: `诊断后${many}天内（含首尾）`,
});
