import { withKinds } from '@nodp/graph';
import type { Resolvers } from '../generated/resolvers.ts';
import { kinds } from '../kinds/index.ts';
import { Patient } from './Patient.ts';

/** Types of the graph and who resolves them; kinds of record, and questionnaires, bring their own. */
export const resolvers: Resolvers = await withKinds<Resolvers>(
  { Patient },
  {
    ...kinds,
    messages: { graph: () => import('../messages/resolvers.ts') },
    outcomes: { graph: () => import('../outcomes/resolvers.ts') },
    questionnaire: { graph: () => import('../questionnaire/resolvers.ts') },
  },
);
