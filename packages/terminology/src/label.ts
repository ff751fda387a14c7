/** The two languages of the platform. */
export type Language = 'en' | 'zh';

/** What a person reads, in both languages. */
export type Label = { readonly en: string; readonly zh: string };

/** The text of a label in one language; any Chinese tag ('zh', 'zh-CN', 'zh-Hans') reads Chinese. */
export function label(l: Label, language: string): string {
  return language.toLowerCase().startsWith('zh') ? l.zh : l.en;
}

/** A coded term: the code as its system writes it, and its label. */
export type Term<Code extends string = string> = { readonly code: Code; readonly label: Label };

/** Builds a frozen look-up from `[code, en, zh]` rows. */
export function terms<const Rows extends readonly (readonly [string, string, string])[]>(
  rows: Rows,
): ReadonlyMap<Rows[number][0], Term<Rows[number][0]>> {
  return new Map(rows.map(([code, en, zh]) => [code, { code, label: { en, zh } }]));
}
