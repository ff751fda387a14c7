import { badInput } from './errors.ts';

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

export interface Connection<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
}

/** A cursor holds the sort key of the last row: the next page starts beyond it, wherever rows were added. */
export const encodeCursor = (key: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** @param length how many parts the sort key has */
export const decodeCursor = (cursor: string, length: number): (string | number | null)[] => {
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const scalar = (part: unknown) =>
      part === null || typeof part === 'string' || typeof part === 'number';
    if (Array.isArray(key) && key.length === length && key.every(scalar)) return key;
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
  keyOf: (row: Node) => readonly (string | number | null)[],
): Connection<Node> => {
  const page = rows.slice(0, size);
  const edges = page.map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null },
  };
};
