/** What a cohort is divided by: columns of cases. */
export const FACETS = [
  'site_group',
  'stage',
  'sex',
  'age_group',
  'diagnosis_year',
  'province',
] as const;
export type Facet = (typeof FACETS)[number];
