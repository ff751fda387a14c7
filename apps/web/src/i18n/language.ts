/** The page's language: kept where the person chose one, otherwise the browser's. */
import { i18n } from '@lingui/core';
import { messages as en } from '../locales/en.po';

export type Language = 'en' | 'zh';
const key = 'nodp.language';

/** The language a list of preferences (`navigator.languages`) asks for; English for any other. */
export function preferred(stored: string | null, languages: readonly string[]): Language {
  if (stored === 'en' || stored === 'zh') return stored;
  const first = languages.find((l) => /^(en|zh)\b/i.test(l));
  return first?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Shows the page in a language; Chinese is fetched when first wanted. */
export async function show(language: Language): Promise<void> {
  const messages = language === 'zh' ? (await import('../locales/zh.po')).messages : en;
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** Shows the page in a language and keeps the choice. */
export async function choose(language: Language): Promise<void> {
  localStorage.setItem(key, language);
  await show(language);
}

/** The language to begin with. */
export const initial = (): Language => preferred(localStorage.getItem(key), navigator.languages);
