/** Spellings of “no value” in study files (cBioPortal file formats; exports of TCGA and of R), folded. */
const MISSING: ReadonlySet<string> = new Set([
  ...['', 'na', 'n/a', 'nan', 'null', 'none', '.', '-', '--', 'not available', 'not applicable'],
  ...['not evaluated', 'not reported', 'discrepancy', 'unknown', 'pending', 'not set'],
]);

/** A cell's value; null where it says that there is none. Brackets around such words are of TCGA: `[Not Available]`. */
export const said = (cell: string | undefined): string | null => {
  const text = unquoted(cell ?? '');
  const folded = text
    .replace(/^\[(.*)\]$/, '$1')
    .trim()
    .toLowerCase();
  return MISSING.has(folded) ? null : text;
};

/** A cell without the quotes that spreadsheets put around it. */
export const unquoted = (cell: string): string => {
  const text = cell.trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"').trim()
    : text;
};

/** A number as it is written in study files; null where it is none, or larger than any. */
export const numberOf = (cell: string | undefined): number | null => {
  const text = said(cell);
  if (text === null || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
};
