/** Definitions as they are stored: opened in the builder, put together with others. */
import { type CohortDefinition, kindOf, type Step } from '@nodp/cohorts';

/** What the graph gives as JSON of a definition: it checked it when it was saved, and checks it again when it is asked. */
export const definitionOf = (json: string): CohortDefinition =>
  JSON.parse(json) as CohortDefinition;

const isStep = (node: CohortDefinition): node is Step =>
  kindOf(node) !== null || ('not' in node && kindOf(node.not) !== null);

/** The criteria that the builder shows; null where the definition is nested deeper than it shows. */
export function stepsIn(definition: CohortDefinition): Step[] | null {
  const parts = 'all' in definition ? definition.all : [definition];
  return parts.every(isStep) ? parts : null;
}

export const setOperations = ['union', 'intersection', 'difference'] as const;
export type SetOperation = (typeof setOperations)[number];

/** Cohorts put together as one definition, of cases that meet it. */
export function combined(
  how: SetOperation,
  [first, ...rest]: readonly CohortDefinition[],
): CohortDefinition {
  if (first === undefined) return { all: [] };
  if (how === 'union') return { any: [first, ...rest] };
  if (how === 'intersection') return { all: [first, ...rest] };
  return { all: [first, ...rest.map((other) => ({ not: other }))] };
}

/** The regions of the overlap that a set operation takes in. */
export const takesIn = (how: SetOperation, region: readonly number[], cohorts: number): boolean =>
  how === 'union'
    ? true
    : how === 'intersection'
      ? region.length === cohorts
      : region.length === 1 && region[0] === 0;
