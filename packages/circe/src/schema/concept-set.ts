import * as v from 'valibot';
import { concept, whole } from './values.ts';

const conceptSetItem = v.object({
  concept,
  isExcluded: v.optional(v.boolean(), false),
  includeDescendants: v.optional(v.boolean(), false),
  includeMapped: v.optional(v.boolean(), false),
});
export type ConceptSetItem = v.InferOutput<typeof conceptSetItem>;

const conceptSetExpression = v.object({ items: v.optional(v.array(conceptSetItem), []) });
export type ConceptSetExpression = v.InferOutput<typeof conceptSetExpression>;

export const conceptSet = v.object({
  id: whole,
  name: v.optional(v.string(), ''),
  expression: v.optional(conceptSetExpression, () => ({ items: [] })),
});
export type ConceptSet = v.InferOutput<typeof conceptSet>;
