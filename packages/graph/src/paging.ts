import { accountIdFits } from '@nodp/database';
import { badInput } from './errors.ts';

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

export interface Connection<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
}

/** A cursor holds the sort key of the last row: the next page starts beyond it, wherever rows were added. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

const text = (form: RegExp) => (part: unknown) => typeof part === 'string' && form.test(part);

/** What a part of a sort key can be. A cursor is the caller's: anything else would fail in the database. */
const parts = {
  uuid: text(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  /** As PostgreSQL writes it in UTC, to the microsecond. */
  instant: text(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/),
  date: text(/^\d{4}-\d{2}-\d{2}$/),
  account: (part: unknown) => typeof part === 'string' && accountIdFits(part),
  number: (part: unknown) => Number.isFinite(part),
  /** A code or its system, as a hospital writes it. */
  text: (part: unknown) => typeof part === 'string' && part.length <= 300 && !part.includes('\0'),
  integer: (part: unknown) => Number.isInteger(part) && Math.abs(part as number) < 2 ** 31,
} as const;
export type CursorPart = keyof typeof parts;

/**
 * @param kinds of the parts of the list's sort key
 * @throws BAD_USER_INPUT where the text is no cursor of such a list
 */
export const decodeCursor = (cursor: string, kinds: readonly CursorPart[]): (string | number)[] => {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const fits = (part: unknown, i: number) => parts[kinds[i] as CursorPart](part);
    if (Array.isArray(key) && key.length === kinds.length && key.every(fits)) return key;
  } catch {
    // Falls through: the cursor is the caller's, and the answer the same however it is wrong.
  }
  throw badInput('`after` is not a cursor of this list; pass the `endCursor` of its former page.');
};

/** @throws BAD_USER_INPUT outside 1 to `most` */
export const pageSize = (
  first: number | null | undefined,
  fallback: number,
  most: number,
): number => {
  const size = first ?? fallback;
  if (size < 1 || size > most) throw badInput(`\`first\` must be from 1 to ${most}, not ${size}.`);
  return size;
};

/** @param rows one more than the page holds where more follow */
export const connection = <Node>(
  rows: readonly Node[],
  size: number,
  keyOf: (row: Node) => readonly (string | number)[],
): Connection<Node> => {
  const page = rows.slice(0, size);
  const edges = page.map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null },
  };
};
