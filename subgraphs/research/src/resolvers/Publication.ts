import type { PublicationResolvers } from '../generated/resolvers.ts';
import { articleOfPmid } from '../literature/article-of-pmid.ts';

export const Publication: PublicationResolvers = {
  __resolveReference: ({ pmid }) => ({ pmid }),
  article: ({ pmid }, _, context) => context.once(articleOfPmid).load(pmid),
};
