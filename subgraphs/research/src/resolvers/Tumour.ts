import { pageSize } from '@nodp/graph';
import type { TumourResolvers } from '../generated/resolvers.ts';
import { articlesOfSite } from '../literature/articles-of-site.ts';

export const Tumour: TumourResolvers = {
  // The patients subgraph decides whether the reader sees the tumour; nothing of it is read here.
  __resolveReference: ({ id, siteGroup }) => ({ id, siteGroup: siteGroup ?? null }),
  literature: ({ siteGroup }, { first }, context) => {
    const size = pageSize(first, 5, 20);
    if (siteGroup === null) return [];
    return context.once(articlesOfSite).load({ siteGroup, first: size });
  },
};
