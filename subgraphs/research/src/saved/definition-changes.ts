import { type CohortDefinition, kindOf, stepsOf } from '@nodp/cohorts';
import { canonical, print } from '@nodp/cohorts/engine';
import type { Label } from '@nodp/terminology';

export interface DefinitionChange {
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly before: Label | null;
  readonly after: Label | null;
}

/** What a part asks about: its criterion's kind, taken in or left out. */
const about = (part: CohortDefinition): string => {
  if ('not' in part) return `not ${about(part.not)}`;
  return kindOf(part) ?? Object.keys(part)[0] ?? '';
};

/**
 * What two definitions ask differently, part by part of what all has to apply: in whichever order they were written. Of one
 * kind, what is gone and what is new stand together as a change.
 */
export const definitionChanges = (
  before: CohortDefinition,
  after: CohortDefinition,
): readonly DefinitionChange[] => {
  const parts = (definition: CohortDefinition) => {
    const of = stepsOf(canonical(definition));
    return new Map(of.map((part) => [JSON.stringify(part), part]));
  };
  const [former, later] = [parts(before), parts(after)];
  const gone = [...former].filter(([text]) => !later.has(text)).map(([, part]) => part);
  const come = [...later].filter(([text]) => !former.has(text)).map(([, part]) => part);
  const changes: DefinitionChange[] = [];
  for (const part of gone) {
    const at = come.findIndex((other) => about(other) === about(part));
    const [instead] = at < 0 ? [] : come.splice(at, 1);
    changes.push({
      kind: instead === undefined ? 'REMOVED' : 'CHANGED',
      before: print(part),
      after: instead === undefined ? null : print(instead),
    });
  }
  return [
    ...changes,
    ...come.map((part) => ({ kind: 'ADDED' as const, before: null, after: print(part) })),
  ];
};
