import { readFileSync } from 'node:fs';

/** Options of the basic profile (PS3.15 E.3), by the letters of the table. */
export const OPTIONS = {
  D: 'clean-descriptors',
  G: 'clean-graphics',
  S: 'clean-structured-content',
  V: 'retain-device-identity',
  I: 'retain-institution-identity',
  F: 'retain-full-dates',
  M: 'modified-dates',
  P: 'retain-patient-characteristics',
  R: 'retain-safe-private',
  U: 'retain-uids',
} as const;
export type Option = (typeof OPTIONS)[keyof typeof OPTIONS];

/** X takes out, Z empties, D puts a dummy, U maps a UID, K keeps, C cleans. */
export type BasicAction = 'X' | 'Z' | 'D' | 'U' | 'X/D' | 'X/Z' | 'X/Z/D' | 'Z/D' | 'X/Z/U*';

export interface Row {
  /** Eight characters, of which X stands for any; `PRIVATE` for every odd group. */
  readonly tag: string;
  readonly basic: BasicAction;
  readonly options: ReadonlyMap<Option, 'K' | 'C'>;
}

const rowOf = (line: string): Row => {
  const [tag = '', basic = '', letters = ''] = line.split(' ');
  const options = new Map(
    [...letters.matchAll(/([DGSVIFMPRU])([KC])/g)].map(
      ([, letter, action]) =>
        [OPTIONS[letter as keyof typeof OPTIONS], action as 'K' | 'C'] as const,
    ),
  );
  return { tag, basic: basic as BasicAction, options };
};

/**
 * Table E.1-1 of PS3.15 (edition of January 2025, as facts): an attribute a line, what the basic profile does with it, and what its options
 * do instead.
 */
export const table: readonly Row[] = readFileSync(
  new URL('./table-e1-1.txt', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map(rowOf);

const exact = new Map(table.filter(({ tag }) => !tag.includes('X')).map((row) => [row.tag, row]));
const repeating = table
  .filter(({ tag }) => tag.length === 8 && tag.includes('X'))
  .map((row) => ({ row, pattern: new RegExp(`^${row.tag.replaceAll('X', '[0-9A-F]')}$`) }));

/** What the table says of an attribute; undefined where it says nothing, so that it is retained. */
export const rowFor = (tag: string): Row | undefined =>
  exact.get(tag) ?? repeating.find(({ pattern }) => pattern.test(tag))?.row;
