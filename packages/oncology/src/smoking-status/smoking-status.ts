/** Tobacco smoking status (LOINC 72166-2) as far as words tell it; `not-current` of who never smoked or stopped, it is not said which. */
export type SmokingStatus = 'never' | 'former' | 'current' | 'not-current';

/** In this order: “unknown if ever smoked”, “never smoker” and “ex-smoker” all hold the word of who smokes. */
const WORDS: readonly (readonly [RegExp, SmokingStatus | null])[] = [
  [/unknown|not known|not asked|declined|refused|不详|未知|不明|拒答|未询问/i, null],
  [/passive|second-?hand|environmental|被动|二手/i, null],
  [/never|从不|从未|未曾|无吸烟史|否认吸烟|无烟酒嗜好/i, 'never'],
  [/\bex\b|former|previous|stopped|\bquit\b|ceased|戒烟|戒断|曾吸烟|既往吸烟|曾经吸烟/i, 'former'],
  [/non[- ]?smok|does not smoke|current(?:ly)? not|不吸烟|不抽烟|无吸烟/i, 'not-current'],
  [/smok|吸烟|抽烟/i, 'current'],
];

/** The smoking status that the words of a record tell; null where they tell none. */
export const smokingStatusOf = (words: string): SmokingStatus | null =>
  WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
