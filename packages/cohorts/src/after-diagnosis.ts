import type { CohortDefinition } from './definition.ts';

/**
 * Whether who belongs to a cohort is decided by what happens after diagnosis: a treatment or a test that was, or was not,
 * had. A person with the event lived until the event, so that a comparison from diagnosis gives the cohort a time in which nobody of it
 * could die (immortal time; Suissa 2008, Am J Epidemiol 167:492).
 */
export const isDecidedAfterDiagnosis = (definition: CohortDefinition): boolean => {
  if ('all' in definition) return definition.all.some(isDecidedAfterDiagnosis);
  if ('any' in definition) return definition.any.some(isDecidedAfterDiagnosis);
  if ('atLeast' in definition) return definition.atLeast.of.some(isDecidedAfterDiagnosis);
  if ('not' in definition) return isDecidedAfterDiagnosis(definition.not);
  return 'treatment' in definition || 'biomarker' in definition;
};
