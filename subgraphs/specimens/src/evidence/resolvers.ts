import type { SubgraphContext } from '@nodp/graph';
import type { EvidenceItem } from '@nodp/oncology';
import type { EvidenceSetResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { labelSets } from '../labels/labels.ts';
import type { EvidenceSetModel } from '../models.ts';
import { changesOf } from './changes.ts';
import { evidenceSets, itemsOf } from './sets.ts';

const [MOST_SETS, MOST_ITEMS] = [20, 100];

const list = async (context: SubgraphContext): Promise<EvidenceSetModel[]> => {
  const sets = await context.once(evidenceSets);
  const shown = sets.slice(-MOST_SETS);
  const before = sets.at(-MOST_SETS - 1) ?? null;
  let earlier = before === null ? null : await itemsOf(before, context);
  const models: EvidenceSetModel[] = [];
  for (const heading of shown) {
    const items = await itemsOf(heading, context);
    models.push({
      heading,
      inForce: heading === sets.at(-1),
      // The first of all brought everything: nothing came or went.
      changes: changesOf(earlier ?? items, items),
    });
    earlier = items;
  }
  return models.toReversed();
};

const says = ({ direction, significance, level }: EvidenceItem): string =>
  `${direction}: ${significance} (${level})`;

const shownItem = (item: EvidenceItem, before: EvidenceItem | null = null) => ({
  evidenceId: `EID${item.id}`,
  profile: item.profile,
  disease: item.disease,
  drugs: [...item.therapies],
  says: says(item),
  said: before === null ? null : says(before),
});

export const Query: QueryResolvers = {
  evidenceSets: (_, __, context) => list(context),
  drugLabelSets: async (_, __, context) =>
    (await context.once(labelSets)).map(({ asOf, labels, loadedBy, loadedAt }, i) => ({
      asOf,
      labels,
      loadedBy,
      since: loadedAt,
      inForce: i === 0,
    })),
};

export const EvidenceSet: EvidenceSetResolvers = {
  asOf: ({ heading }) => heading.asOf,
  items: ({ heading }) => heading.items,
  since: ({ heading }) => heading.loadedAt,
  loadedBy: ({ heading }) => heading.loadedBy,
  cameCount: ({ changes }) => changes.came.length,
  wentCount: ({ changes }) => changes.went.length,
  changedCount: ({ changes }) => changes.changed.length,
  came: ({ changes }) => changes.came.slice(0, MOST_ITEMS).map((item) => shownItem(item)),
  went: ({ changes }) => changes.went.slice(0, MOST_ITEMS).map((item) => shownItem(item)),
  changed: ({ changes }) =>
    changes.changed.slice(0, MOST_ITEMS).map(({ before, after }) => shownItem(after, before)),
};
