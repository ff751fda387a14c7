/** A cohort as the graph is asked for it. */
import {
  type CohortDefinition,
  criterionIn,
  formOf,
  kindOf,
  type Step,
  valueIn,
} from '@nodp/cohorts';

/** The criteria of one cohort, all of which apply; each taken in or left out. */
export type Arm = readonly Step[];

/** Inclusive bounds as they are typed; null is open. */
export type OpenBounds = { from: number | null; to: number | null };

/** What the graph is asked, and which criterion of the arm each step of it comes from. */
export type Asked = { definition: CohortDefinition; places: readonly number[] };

/** Whether a criterion asks anything; one that does not is left out of the question to the graph. */
export function isComplete(step: Step): boolean {
  const criterion = criterionIn(step);
  const kind = kindOf(criterion);
  return kind !== null && formOf(kind).asks(valueIn(criterion));
}

/** Criteria that ask nothing yet are left out, so that adding one does not take the count away. */
export function askedOf(arm: Arm): Asked {
  const places = [...arm.keys()].filter((i) => isComplete(arm[i] as Step));
  return { definition: { all: places.map((i) => arm[i] as Step) }, places };
}

/** The criterion a problem's path (`all.1.not.site.0`) lies in; null where it concerns the whole. */
export function criterionAt(path: string, { places }: Asked): number | null {
  const step = /^all\.(\d+)(?:\.|$)/.exec(path)?.[1];
  return step === undefined ? null : (places[Number(step)] ?? null);
}
