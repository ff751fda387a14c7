import { TABLES } from './tables/index.ts';
import type { StageTableText } from './tables/text.ts';

export type Axis = 'T' | 'N' | 'M';
export const AXES: readonly Axis[] = ['T', 'N', 'M'];

export interface Factor {
  readonly name: string;
  readonly values: readonly string[];
}

/** A stage table made ready: the finest categories of each axis without their letter, and what they make. */
export interface StageTable {
  readonly text: StageTableText;
  readonly leaves: Readonly<Record<Axis, readonly string[]>>;
  readonly factors: readonly Factor[];
  /** Rows that T, N and M fit, in the order of the table: their factors' values, and the group. */
  rowsOf(t: string, n: string, m: string): readonly Row[];
}

interface Row {
  /** For each factor which values fit. */
  readonly factors: readonly ReadonlySet<string>[];
  readonly group: string;
}

const IN_SITU = /^(?:is|a)(?:\(|$)/;

/** Whether a category says that the tumour invades nothing: Tis, Ta. */
export const isInSitu = (leaf: string): boolean => IN_SITU.test(leaf);

const words = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

/** Leaves that a category of a row stands for: itself, its subdivisions, or for `*` every one that is not in situ. */
const standsFor = (pattern: string, leaves: readonly string[]): Set<string> =>
  new Set(
    pattern.split(',').flatMap((part) => {
      const found =
        part === '*'
          ? leaves.filter((leaf) => !isInSitu(leaf))
          : part.startsWith('=')
            ? leaves.filter((leaf) => leaf === part.slice(1))
            : leaves.filter((leaf) => leaf === part || (/^\d/.test(part) && leaf.startsWith(part)));
      if (found.length === 0) throw new Error(`no category ${part} among ${leaves.join(' ')}`);
      return found;
    }),
  );

const valuesOf = (pattern: string, { name, values }: Factor): Set<string> => {
  const found = pattern === '*' ? values : pattern.split(',');
  if (found.some((value) => !values.includes(value)))
    throw new Error(`no value ${pattern} of ${name}`);
  return new Set(found);
};

const compile = (text: StageTableText): StageTable => {
  const leaves = { T: words(text.T), N: words(text.N), M: words(text.M) };
  const factors = Object.entries(text.factors ?? {}).map(([name, values]) => ({
    name,
    values: words(values),
  }));
  const rows = text.rows
    .split('\n')
    .map(words)
    .filter((row) => row.length > 0)
    .map((row) => {
      if (row.length !== 5 + factors.length || row.at(-2) !== '>')
        throw new Error(`not a row of ${text.chapter}: ${row.join(' ')}`);
      const [t = '', n = '', m = '', ...rest] = row;
      return {
        T: standsFor(t, leaves.T),
        N: standsFor(n, leaves.N),
        M: standsFor(m, leaves.M),
        factors: factors.map((factor, index) => valuesOf(rest[index] ?? '', factor)),
        group: row.at(-1) ?? '',
      };
    });
  const found = new Map<string, readonly Row[]>();
  return {
    text,
    leaves,
    factors,
    rowsOf: (t, n, m) => {
      const key = `${t} ${n} ${m}`;
      const known = found.get(key);
      if (known !== undefined) return known;
      const fitting = rows.filter(({ T, N, M }) => T.has(t) && N.has(n) && M.has(m));
      found.set(key, fitting);
      return fitting;
    },
  };
};

const compiled = TABLES.map(compile);

/** The tables of a chapter in an edition; empty where none is held. */
export const tablesOf = (chapter: string, edition: number): readonly StageTable[] =>
  compiled.filter(({ text }) => text.chapter === chapter && text.edition === edition);

/** Editions of a chapter whose tables are held, the newest first. */
export const editionsHeld = (chapter: string): readonly (8 | 9)[] =>
  ([9, 8] as const).filter((edition) => tablesOf(chapter, edition).length > 0);

/** Every table, for its own tests. */
export const everyTable = (): readonly StageTable[] => compiled;
