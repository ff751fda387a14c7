/** A cohort as the graph is asked for it. */
import {
  askingIn,
  branchOf,
  type CohortDefinition,
  type Criterion,
  formOf,
  isInverted,
  kindOf,
  nodeOf,
  type Step,
  stepOf,
  valueIn,
} from '@nodp/cohorts';

/** The criteria of one cohort, all of which apply; each taken in or left out. */
export type Arm = readonly Step[];

/** Inclusive bounds as they are typed; null is open. */
export type OpenBounds = { from: number | null; to: number | null };

/** What the graph is asked, and which criterion of the arm each step of it comes from. */
export type Asked = { definition: CohortDefinition; places: readonly number[] };

/** A condition without the criteria in it that ask nothing yet; null where nothing is left. */
function asking(node: CohortDefinition): CohortDefinition | null {
  const branch = branchOf(node);
  if (branch === null) {
    const kind = kindOf(node);
    return kind !== null && formOf(kind).asks(valueIn(node as Criterion)) ? node : null;
  }
  const of = branch.of.flatMap((child) => asking(child) ?? []);
  return of.length === 0 ? null : nodeOf({ ...branch, of });
}

const askingStep = (step: Step): Step | null => {
  const left = asking(askingIn(step));
  return left === null ? null : stepOf(left as ReturnType<typeof askingIn>, isInverted(step));
};

/** Whether a condition asks anything; one that does not is left out of the question to the graph. */
export const isComplete = (step: Step): boolean => askingStep(step) !== null;

/** Criteria that ask nothing yet are left out, so that adding one does not take the count away. */
export function askedOf(arm: Arm): Asked {
  const asked = arm.map(askingStep);
  const places = [...arm.keys()].filter((i) => asked[i] !== null);
  return { definition: { all: places.map((i) => asked[i] as Step) }, places };
}

/** The criterion a problem's path (`all.1.not.site.0`) lies in; null where it concerns the whole. */
export function criterionAt(path: string, { places }: Asked): number | null {
  const step = /^all\.(\d+)(?:\.|$)/.exec(path)?.[1];
  return step === undefined ? null : (places[Number(step)] ?? null);
}
