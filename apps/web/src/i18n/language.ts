/** The page's language: kept where the person chose one, otherwise the browser's. */

import messages from 'virtual:messages';
import { i18n } from '@lingui/core';

export type Language = 'en' | 'zh';
const key = 'nodp.language';

/** The language a list of preferences (`navigator.languages`) asks for; English for any other. */
export function preferred(stored: string | null, languages: readonly string[]): Language {
  if (stored === 'en' || stored === 'zh') return stored;
  const first = languages.find((l) => /^(en|zh)\b/i.test(l));
  return first?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The language to begin with. */
export const initial = (): Language => preferred(localStorage.getItem(key), navigator.languages);

let shown: Language | null = null;
/** The parts of the app that were opened: their words are had in the language shown. */
const opened = new Set(['frame']);

const fetchWords = async (language: Language, part: string): Promise<void> => {
  i18n.load(language, (await messages[language][part]?.()) ?? {});
};

/** Shows the page in a language; the words of what is open are fetched when first wanted. */
export async function show(language: Language): Promise<void> {
  shown = language;
  await Promise.all([...opened].map((part) => fetchWords(language, part)));
  // Another language may have been chosen while this one came.
  if (shown !== language) return;
  i18n.activate(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** Fetches the words of a part of the app, a folder of `features`, before its first page is drawn. */
export async function openWords(part: string): Promise<void> {
  opened.add(part);
  await fetchWords(shown ?? initial(), part);
}

/** Shows the page in a language and keeps the choice. */
export async function choose(language: Language): Promise<void> {
  localStorage.setItem(key, language);
  await show(language);
}
