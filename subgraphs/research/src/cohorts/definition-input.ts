import type { CohortDefinition, CriterionKind } from '@nodp/cohorts';
import { malignantUnlessSaid, type ParsedDefinition, parseDefinition } from '@nodp/cohorts/engine';
import type { CohortDefinitionInput } from '../generated/resolvers.ts';

/** Fields of the graph's input that put others together. */
type Together = 'all' | 'any' | 'not' | 'atLeast' | 'atMost';

/** True where the graph's input takes every definition and has no criterion that the registry lacks. */
type Alike = CohortDefinition extends CohortDefinitionInput
  ? Exclude<keyof CohortDefinitionInput, Together> extends CriterionKind
    ? true
    : 'a field of CohortDefinitionInput is no criterion'
  : 'a criterion has no field of its shape in CohortDefinitionInput';

/** Does not compile where definition.graphql and the registry of criteria differ. */
const parse: Alike extends true ? (input: unknown) => ParsedDefinition : Alike = parseDefinition;

/** A definition as the graph's input gives it. */
export interface ReadDefinition extends ParsedDefinition {
  /** Before what it leaves unsaid was added: problems have their place in it. */
  readonly asked: CohortDefinition;
}

/** Problems keep the places of what was sent. */
export const parseInput = (input: CohortDefinitionInput): ReadDefinition => {
  const parsed = parse(input);
  return {
    ...parsed,
    definition: malignantUnlessSaid(parsed.definition),
    asked: parsed.definition,
  };
};
