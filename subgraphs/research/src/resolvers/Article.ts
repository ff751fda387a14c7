import { encodeId } from '@nodp/graph';
import type { ArticleConnectionResolvers, ArticleResolvers } from '../generated/resolvers.ts';

export const Article: ArticleResolvers = {
  id: ({ id }) => encodeId('Article', id),
};

export const ArticleConnection: ArticleConnectionResolvers = {
  totalCount: (list) => list.totalCount(),
};
