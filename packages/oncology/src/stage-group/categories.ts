import { parseCategory, type TnmCategory } from '@nodp/terminology';
import { type Axis, isInSitu, type StageTable } from './table.ts';

/** What a written category may be in a chapter: its finest categories, or why it is none. */
export type Meaning =
  | { readonly leaves: readonly string[]; readonly unknown: boolean }
  | { readonly wrong: 'no-category' | 'not-in-chapter' };

const withLetter = (axis: Axis, text: string): string =>
  new RegExp(`[${axis}${axis.toLowerCase()}]`).test(text) ? text : `${axis}${text}`;

/** Reads a category with or without its letter (`2a`, `T2a`, `pT2a`); null where it is none of the axis. */
export const categoryOf = (axis: Axis, text: string): TnmCategory | null => {
  const read = parseCategory(withLetter(axis, text.trim()));
  return read?.axis === axis ? read : null;
};

/**
 * What X stands for: every category of a tumour that invades, every category of nodes, unless the table says itself what
 * it makes of X. T0 is a finding of its own: no primary.
 */
const unknownOf = (table: StageTable, axis: Axis): readonly string[] => {
  // MX does not exist since the seventh edition: it says that no metastasis was found.
  if (axis === 'M') return ['0'];
  if (axis === 'N' && table.text.nxIsN0) return ['0'];
  const leaves = table.leaves[axis];
  if (leaves.includes('X')) return ['X'];
  return leaves.filter((leaf) => !isInSitu(leaf) && !(axis === 'T' && leaf === '0'));
};

/**
 * The finest categories of a table that a written one may mean. `T4` of the colon is T4a or T4b; isolated tumour cells
 * (i+, mol+) are N0 and M0 unless the chapter has a category of its own for them.
 * @param text as written, with or without prefix; null where none was recorded
 */
export const meaningOf = (table: StageTable, axis: Axis, text: string | null): Meaning => {
  if (text === null || text.trim() === '') return { leaves: unknownOf(table, axis), unknown: true };
  const read = categoryOf(axis, text);
  if (read === null) return { wrong: 'no-category' };
  if (read.level === 'X') return { leaves: unknownOf(table, axis), unknown: true };
  const annotated = read.category.slice(1);
  const plain = annotated.replace(/\(.*$/, '');
  const all = table.leaves[axis];
  const undivided = table.text.undivided?.[`${axis}${plain}`];
  if (undivided !== undefined) return { leaves: undivided.split(' '), unknown: false };
  for (const written of [annotated, plain]) {
    if (all.includes(written)) return { leaves: [written], unknown: false };
  }
  const subdivided = all.filter((leaf) => /^\d/.test(plain) && leaf.startsWith(plain));
  if (subdivided.length > 0) return { leaves: subdivided, unknown: false };
  return { wrong: 'not-in-chapter' };
};
