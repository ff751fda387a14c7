import { query, statement } from '@nodp/database';
import type { SubgraphContext } from '@nodp/graph';
import { LRUCache } from '@nodp/graph';
import { type EvidenceItem, SHIPPED_EVIDENCE_DATE, shippedEvidence } from '@nodp/oncology';
import { asc, eq, sql } from 'drizzle-orm';
import { evidenceSet } from './table.ts';

/** A set of evidence without its items. */
export interface SetHeading {
  /** Null for the one that the platform ships with. */
  readonly id: string | null;
  readonly asOf: string;
  readonly items: number;
  readonly loadedBy: string | null;
  readonly loadedAt: string | null;
}

const headings = statement(
  query
    .select({
      id: evidenceSet.id,
      asOf: evidenceSet.asOf,
      items: evidenceSet.items,
      loadedBy: evidenceSet.loadedBy,
      loadedAt: evidenceSet.loadedAt,
    })
    .from(evidenceSet)
    .orderBy(asc(evidenceSet.loadedAt), asc(evidenceSet.id)),
);

const contentOf = statement(
  query
    .select({ content: evidenceSet.content })
    .from(evidenceSet)
    .where(eq(evidenceSet.id, sql.placeholder('id'))),
);

/** Sets by their ids, each parsed once in a process: a set never changes. */
const parsed = new LRUCache<string, readonly EvidenceItem[]>({ max: 4 });

/** In the order in which they came into force, the shipped one first. Read once a request. */
export const evidenceSets = async ({ session }: SubgraphContext): Promise<SetHeading[]> => [
  {
    id: null,
    asOf: SHIPPED_EVIDENCE_DATE,
    items: shippedEvidence().length,
    loadedBy: null,
    loadedAt: null,
  },
  ...(await session.run(headings)),
];

/** The items of a set. */
export const itemsOf = async (
  { id }: SetHeading,
  { session }: SubgraphContext,
): Promise<readonly EvidenceItem[]> => {
  if (id === null) return shippedEvidence();
  const known = parsed.get(id);
  if (known !== undefined) return known;
  const [row] = await session.run(contentOf, { id });
  if (row === undefined) throw new Error(`The evidence set ${id} has gone.`);
  const items = JSON.parse(row.content) as readonly EvidenceItem[];
  parsed.set(id, items);
  return items;
};
