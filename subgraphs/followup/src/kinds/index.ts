import { contactKind } from './contact/index.ts';
import { diseaseStatusKind } from './disease-status/index.ts';
import { planKind } from './plan/index.ts';
import { screeningKind } from './screening/index.ts';

/** The kinds of record whose rows are this subgraph's. */
export const kinds = {
  plan: planKind,
  contact: contactKind,
  'disease-status': diseaseStatusKind,
  screening: screeningKind,
};
