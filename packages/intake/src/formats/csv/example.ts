import type { KindProfile } from './kinds.ts';
import { rowOf } from './records.ts';

/** A file of one row to begin with: the mark of byte order lets Excel read its Chinese. */
export const exampleOf = ({ columns }: KindProfile): string =>
  `\uFEFF${rowOf(columns.map(({ name }) => name))}${rowOf(columns.map(({ example }) => example))}`;
