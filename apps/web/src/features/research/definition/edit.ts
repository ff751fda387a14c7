/** Changes to an arm. */
import type { CohortProperty } from '../../../graph/generated/graphql.ts';
import type { Arm, Criterion, Question } from './criterion.ts';

export const replaced = (arm: Arm, at: number, criterion: Criterion): Arm =>
  arm.map((c, i) => (i === at ? criterion : c));

export const removed = (arm: Arm, at: number): Arm => arm.filter((_, i) => i !== at);

/** Last of the age groups, which has no end. */
const lastAgeGroup = 85;

/** The question a value of a facet answers; null for a value that is not known. */
export function questionOfFacet(property: CohortProperty, key: string | null): Question | null {
  if (key === null) return null;
  switch (property) {
    case 'SITE_GROUP':
      return { kind: 'site', values: [key] };
    case 'PROVINCE':
      return { kind: 'province', values: [key] };
    case 'STAGE':
      return { kind: 'stage', values: [key as never] };
    case 'SEX':
      return { kind: 'sex', values: [key as never] };
    case 'AGE_GROUP': {
      const from = Number(key);
      return { kind: 'age', from, to: from === lastAgeGroup ? null : from + 4 };
    }
    case 'DIAGNOSIS_YEAR':
      return { kind: 'year', from: Number(key), to: Number(key) };
  }
}

const said = (question: Question) => JSON.stringify(Object.entries(question).sort());
const sameQuestion = ({ not, ...criterion }: Criterion, question: Question): boolean =>
  !not && said(criterion) === said(question);

/** Whether an arm asks exactly this. */
export const asks = (arm: Arm, question: Question): boolean =>
  arm.some((criterion) => sameQuestion(criterion, question));

/**
 * Narrows an arm to a question, or widens it again where it asks exactly this already: in the place
 * of the criterion of that kind, or at the end where there is none.
 */
export function toggled(arm: Arm, question: Question): Arm {
  const same = arm.findIndex((criterion) => sameQuestion(criterion, question));
  if (same >= 0) return removed(arm, same);
  const criterion = { ...question, not: false };
  const at = arm.findIndex((c) => c.kind === question.kind && !c.not);
  return at >= 0 ? replaced(arm, at, criterion) : [...arm, criterion];
}
