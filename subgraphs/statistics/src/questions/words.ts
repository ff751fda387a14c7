import { badInput, type Label } from '@nodp/graph';
import type { GraphQLError } from 'graphql';

/** A year or a span of years as it reads: 2019, 2013–2017. */
export const yearLabel = (code: string): Label => {
  const shown = code.replace('-', '–');
  return { en: shown, zh: `${shown}年` };
};

const IN_CHINESE = new Intl.NumberFormat('zh-CN', {
  notation: 'compact',
  maximumFractionDigits: 2,
});

/** A large number as each language says it: 877,495; 87.75万. */
export const numberWords = (n: number): Label => ({
  en: Math.round(n).toLocaleString('en'),
  zh: n < 10_000 ? Math.round(n).toLocaleString('en') : IN_CHINESE.format(n),
});

/** Texts put together, in both languages. */
export const both = (said: (language: 'en' | 'zh') => string): Label => ({
  en: said('en'),
  zh: said('zh'),
});

/** A list in words. */
export const listed = (labels: readonly Label[]): Label =>
  both((language) => labels.map((label) => label[language]).join(language === 'en' ? ', ' : '、'));

/** Why a question is refused, and how to correct it, in both languages: the page shows its reader's. */
export const refusal = ({ en, zh }: Label): GraphQLError => badInput(`${en} / ${zh}`);
