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
 * A code as sent, with the terminology's label where it knows one, else the sender's own words.
 * @param known the terminology's answer for this system and code
 */
export const coded = (
  system: string | null,
  code: string | null,
  display: string | null,
  known: Label | null = null,
): Coded => {
  const words = display ?? code ?? '—';
  return { system, code, label: known ?? { en: words, zh: words } };
};
