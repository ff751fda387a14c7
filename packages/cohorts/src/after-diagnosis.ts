import type { CohortDefinition } from './definition.ts';
import { leavesOf } from './tree.ts';

/** Criteria of what happens to a person with a cancer, not of the cancer when it was found. */
const LATER = [
  'treatment',
  'biomarker',
  'variant',
  'laboratory',
  'outcome',
  'vital',
  'time',
] as const;

/**
 * Whether who belongs to a cohort is decided by what happens after diagnosis: a treatment or a test that was, or was not,
 * had. A person with the event lived until the event, so that a comparison from diagnosis gives the cohort a time in which nobody of it
 * could die (immortal time; Suissa 2008, Am J Epidemiol 167:492).
 */
export const isDecidedAfterDiagnosis = (definition: CohortDefinition): boolean =>
  leavesOf(definition).some((criterion) => LATER.some((kind) => kind in criterion));
