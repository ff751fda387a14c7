/** Values of a property that a cohort's own criteria leave no room for: of these nobody is searched for. */
import { type Criterion, isInverted, kindOf, type Step } from '@nodp/cohorts';
import { jointSite } from '@nodp/terminology/joint-sites';
import { siteChoice } from '@nodp/terminology/sites';
import type { CohortProperty } from '../../../graph/generated/graphql.ts';
import type { Arm } from './asked.ts';
import { criterionOfFacet } from './edit.ts';

type Range = { from?: number | null; to?: number | null };

const asked = (criterion: object): unknown => Object.values(criterion)[0];

/** Whether cases of a group may be of a joint site. */
const isOfJoint = (id: string, siteGroup: string): boolean => {
  const joint = jointSite(id);
  return [...(joint?.groups ?? []), ...(joint?.also ?? []).map((part) => part.siteGroup)].some(
    (group) => group === siteGroup,
  );
};

/** Whether a criterion holds a value: a list by its members (a part of a site is of its group), a range by overlap. */
function holds(criterion: Criterion, value: Criterion): boolean {
  const [all, one] = [asked(criterion), asked(value)];
  if (Array.isArray(all) && Array.isArray(one)) {
    return all.some(
      (id) =>
        id === one[0] ||
        siteChoice(String(id))?.siteGroup === one[0] ||
        isOfJoint(String(id), String(one[0])),
    );
  }
  const [range, within] = [all as Range, one as Range];
  return (
    (range.from ?? -Infinity) <= (within.to ?? Infinity) &&
    (within.from ?? -Infinity) <= (range.to ?? Infinity)
  );
}

/** Whether each criterion of the kind is the same as the value, so that its exclusion leaves none. */
const isAllOf = (criterion: Criterion, value: Criterion): boolean => {
  const all = asked(criterion);
  return Array.isArray(all)
    ? all.includes((asked(value) as unknown[])[0])
    : JSON.stringify(criterion) === JSON.stringify(value);
};

const inner = (step: Step): Criterion => (isInverted(step) ? asked(step) : step) as Criterion;

/** @param key null stands for what is not known, which no criterion is met by */
export function isRuledOut(arm: Arm, property: CohortProperty, key: string | null): boolean {
  const value = criterionOfFacet(property, key);
  const kind = kindOf(value ?? (criterionOfFacet(property, '0') as Criterion));
  return arm
    .filter((step) => kindOf(inner(step)) === kind)
    .some((step) => {
      if (value === null) return !isInverted(step);
      return isInverted(step) ? isAllOf(inner(step), value) : !holds(inner(step), value);
    });
}
