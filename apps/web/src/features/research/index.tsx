/** The researcher's application. */

export { DictionaryPage } from './dictionary/page.tsx';
export { CohortsPage } from './page.tsx';
