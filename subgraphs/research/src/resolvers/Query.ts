import type { QueryResolvers } from '../generated/resolvers.ts';
import { listArticles } from '../literature/article-list.ts';

export const Query: QueryResolvers = {
  articles: (_, args, context) => listArticles(args, context),
};
