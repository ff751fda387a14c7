import { contactsDue } from '../contacts/contacts-due.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  contactsDue: (_, args, context) => contactsDue(args, context),
};
