import { query, statement } from '@nodp/database';
import { LRUCache, type SubgraphContext } from '@nodp/graph';
import { drug as drugOf } from '@nodp/terminology/drugs';
import { desc, eq, sql } from 'drizzle-orm';
import type { DrugLabel } from './read-labels.ts';
import { drugLabelSet } from './table.ts';

const headings = statement(
  query
    .select({
      id: drugLabelSet.id,
      asOf: drugLabelSet.asOf,
      labels: drugLabelSet.labels,
      loadedBy: drugLabelSet.loadedBy,
      loadedAt: drugLabelSet.loadedAt,
    })
    .from(drugLabelSet)
    .orderBy(desc(drugLabelSet.loadedAt), desc(drugLabelSet.id))
    .limit(20),
);

const contentOf = statement(
  query
    .select({ content: drugLabelSet.content })
    .from(drugLabelSet)
    .where(eq(drugLabelSet.id, sql.placeholder('id'))),
);

export type LabelSet = NonNullable<(typeof headings)['row']>;

/** Labels of drugs, by the drug's name in the terminology or else as it was written. */
type ByDrug = ReadonlyMap<string, readonly DrugLabel[]>;

/** One name of a drug however it is written. */
const nameOf = (written: string): string => {
  const name = written.trim().toLowerCase();
  return drugOf(name)?.id ?? name;
};

/** Sets by their ids, each parsed once in a process: a set never changes. */
const parsed = new LRUCache<string, ByDrug>({ max: 2 });

/** The latest sets, the one in force first (20 at most). Read once a request. */
export const labelSets = ({ session }: SubgraphContext): Promise<LabelSet[]> =>
  session.run(headings);

/** The labels in force by drug; none where no set was loaded. Read once a request. */
export const labelsInForce = async (context: SubgraphContext): Promise<ByDrug> => {
  const [current] = await context.once(labelSets);
  if (current === undefined) return new Map();
  const known = parsed.get(current.id);
  if (known !== undefined) return known;
  const [row] = await context.session.run(contentOf, { id: current.id });
  if (row === undefined) throw new Error(`The set of labels ${current.id} has gone.`);
  const labels = JSON.parse(row.content) as readonly DrugLabel[];
  const byDrug = Map.groupBy(labels, ({ drug }) => nameOf(drug));
  parsed.set(current.id, byDrug);
  return byDrug;
};

/** What is recorded of some drugs. */
export const labelsOf = (byDrug: ByDrug, drugs: readonly string[]): DrugLabel[] => [
  ...new Set(drugs.map(nameOf)).values().flatMap((name) => byDrug.get(name) ?? []),
];
