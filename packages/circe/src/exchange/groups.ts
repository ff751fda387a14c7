import type { Branch } from '@nodp/cohorts';
import type { Correlated, Criterion, Demographic, Group } from '../schema/criteria.ts';

const EMPTY: Group = { Type: 'ALL', CriteriaList: [], DemographicCriteriaList: [], Groups: [] };

export const allOf = (CriteriaList: readonly Correlated[]): Group => ({ ...EMPTY, CriteriaList });
export const ofPerson = (demographic: Demographic): Group => ({
  ...EMPTY,
  DemographicCriteriaList: [demographic],
});

/** As long before the diagnosis as a treatment or a test may be and still be of it. */
export const DAYS_BEFORE = 90;

/** Once, from shortly before the diagnosis on. */
export const single = (Criteria: Criterion): Group =>
  allOf([
    {
      Criteria,
      StartWindow: { Start: { Days: DAYS_BEFORE, Coeff: -1 }, End: { Coeff: 1 } },
      Occurrence: { Type: 2, Count: 1, IsDistinct: false },
      RestrictVisit: false,
      IgnoreObservationPeriod: false,
    },
  ]);

/** On the day of the index event itself. */
export const sameDay = (Criteria: Criterion): Group =>
  allOf([
    {
      Criteria,
      StartWindow: { Start: { Days: 0, Coeff: -1 }, End: { Days: 0, Coeff: 1 } },
      Occurrence: { Type: 2, Count: 1, IsDistinct: false },
      RestrictVisit: false,
      IgnoreObservationPeriod: false,
    },
  ]);

/** Groups put together as a branch of ours says; what could not be said is not among them. Null where nothing is left. */
export const grouped = (
  { kind, count }: Branch<object>,
  of: readonly (Group | null)[],
): Group | null => {
  const Groups = of.filter((each) => each !== null);
  if (Groups.length === 0) return null;
  switch (kind) {
    case 'all':
      return { ...EMPTY, Groups };
    case 'any':
      return { ...EMPTY, Type: 'ANY', Groups };
    case 'not':
      return { ...EMPTY, Type: 'AT_MOST', Count: 0, Groups };
    case 'atLeast':
      return { ...EMPTY, Type: 'AT_LEAST', Count: count, Groups };
    case 'atMost':
      return { ...EMPTY, Type: 'AT_MOST', Count: count, Groups };
  }
};
