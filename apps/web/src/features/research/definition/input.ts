/** A cohort as the graph is asked for it. */
import type { CohortDefinitionInput } from '../../../graph/generated/graphql.ts';
import { type Arm, type Criterion, isComplete } from './criterion.ts';

/** What the graph is asked, and which criterion of the arm each step of it comes from. */
export type Asked = { definition: CohortDefinitionInput; places: readonly number[] };

const bounds = ({ from, to }: { from: number | null; to: number | null }) => ({
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
});
const someOf = <Key extends string, Value>(key: Key, values: Value[]) =>
  (values.length > 0 ? { [key]: values } : {}) as { [K in Key]?: Value[] };

function ask(criterion: Criterion): CohortDefinitionInput {
  switch (criterion.kind) {
    case 'site':
      return { site: criterion.values };
    case 'histology':
      return { histology: criterion.values };
    case 'province':
      return { province: criterion.values };
    case 'stage':
      return { stage: criterion.values };
    case 'sex':
      return { sex: criterion.values };
    case 'age':
      return { age: bounds(criterion) };
    case 'year':
      return { year: bounds(criterion) };
    case 'treatment': {
      const { treatment, drugs, regimens } = criterion;
      return {
        treatment: {
          ...(treatment === null ? {} : { kind: treatment }),
          ...someOf('drugs', drugs),
          ...someOf('regimens', regimens),
        },
      };
    }
    case 'biomarker':
      return {
        biomarker: {
          biomarker: criterion.biomarker ?? '',
          ...someOf('findings', criterion.findings),
        },
      };
  }
}

/** Criteria that ask nothing yet are left out, so that adding one does not take the count away. */
export function askedOf(arm: Arm): Asked {
  const places = [...arm.keys()].filter((i) => isComplete(arm[i] as Criterion));
  const all = places.map((i) => {
    const criterion = arm[i] as Criterion;
    return criterion.not ? { not: ask(criterion) } : ask(criterion);
  });
  return { definition: { all }, places };
}

/** The criterion a problem's path (`all.1.not.site.0`) lies in; null where it concerns the whole. */
export function criterionAt(path: string, { places }: Asked): number | null {
  const step = /^all\.(\d+)(?:\.|$)/.exec(path)?.[1];
  return step === undefined ? null : (places[Number(step)] ?? null);
}
