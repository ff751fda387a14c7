import { DISEASES } from '@nodp/oncology/single-disease';
import {
  casesOf,
  completenessBy,
  definitionOf,
  distributionsOf,
  elementsAsked,
  sharesOfAll,
  tableOf,
} from '../diseases/data-set.ts';
import { medianOf } from '../diseases/shares.ts';
import type { DiseaseDataSetResolvers, DiseaseElementResolvers } from '../generated/resolvers.ts';

const DIVISIONS = { YEAR: 'year', TIER: 'tier', PROVINCE: 'province' } as const;

export const DiseaseDataSet: DiseaseDataSetResolvers = {
  label: ({ id }) => DISEASES[id].label,
  definition: (asked) => definitionOf(asked),
  table: (asked) => tableOf(asked),
  cases: (asked, _, context) => casesOf(context, asked),
  completeness: async (asked, _, context) => medianOf(await sharesOfAll(context, asked)),
  elements: (asked, _, context) => elementsAsked(context, asked),
  completenessBy: (asked, { by }, context) => completenessBy(context, asked, DIVISIONS[by]),
};

export const DiseaseElement: DiseaseElementResolvers = {
  id: ({ element }) => element.id,
  label: ({ element }) => element.label,
  isNumber: ({ element }) => element.type === 'number',
  unit: ({ element }) => (element.type === 'number' ? element.unit : null),
  rule: ({ element }) => element.rule.words,
  source: ({ element }) => element.rule.source,
  completeness: async ({ asked, place }, _, context) =>
    (await sharesOfAll(context, asked))[place] ?? { share: null, limit: null },
  distribution: async ({ asked, place }, _, context) =>
    (await distributionsOf(context, asked))[place] ?? [],
};
