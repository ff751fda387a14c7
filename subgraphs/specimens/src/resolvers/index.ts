import { withKinds } from '@nodp/graph';
import { EvidenceSet, Query } from '../evidence/resolvers.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { kinds } from '../kinds/index.ts';
import {
  DrugEvidence,
  EvidenceMatch,
  TargetedOptions,
  Tumour,
  UndecidedEvidence,
} from '../options/resolvers.ts';
import { Patient } from './Patient.ts';

/** Types of the graph and who resolves them; kinds of record, and the biobank, bring their own. */
export const resolvers: Resolvers = await withKinds<Resolvers>(
  {
    Patient,
    Query,
    EvidenceSet,
    Tumour,
    TargetedOptions,
    DrugEvidence,
    EvidenceMatch,
    UndecidedEvidence,
  },
  { ...kinds, biobank: { graph: () => import('../biobank/resolvers.ts') } },
);
