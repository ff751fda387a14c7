import { labelOf } from '@nodp/terminology/lookup';
import { labelOfWords } from '@nodp/terminology/words';

export interface Label {
  readonly en: string;
  readonly zh: string;
}

/** A code as the graph shows it. */
export interface Coded {
  readonly system: string | null;
  readonly code: string | null;
  readonly label: Label;
}

/**
 * A code as sent, with the label of a term where one is known, else with the sender's own words: in both languages
 * where the terminology knows the words.
 * @param known the label of this system and code
 */
export const coded = (
  system: string | null,
  code: string | null,
  display: string | null,
  known: Label | null = null,
): Coded => {
  const words = display ?? code ?? '—';
  return { system, code, label: known ?? labelOfWords(display) ?? { en: words, zh: words } };
};

/** Words as sent, in both languages where the terminology knows them; null where there are none. */
export const wordsOf = (words: string | null): Label | null =>
  words === null ? null : (labelOfWords(words) ?? { en: words, zh: words });

/** A code as sent, read in both languages where the terminology knows it. */
export const codedTerm = (
  system: string | null,
  code: string | null,
  display: string | null,
): Coded => coded(system, code, display, labelOf(system, code));

/** As `codedTerm`, null where neither a code nor words were sent. */
export const codedOrNull = (
  system: string | null,
  code: string | null,
  display: string | null,
): Coded | null => (code === null && display === null ? null : codedTerm(system, code, display));
