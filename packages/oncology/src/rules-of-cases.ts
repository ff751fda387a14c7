import { DIAGNOSIS_DAY_VERSION } from './case-dates/diagnosis-day.ts';
import { END_OF_FOLLOW_UP_VERSION } from './case-dates/end-of-follow-up.ts';
import { MULTIPLE_PRIMARIES_VERSION } from './multiple-primaries/multiple-primaries.ts';
import { SEX_AND_SITE_VERSION } from './sex-and-site/sex-and-site.ts';

/** The versions of the rules that make a release's cases: its manifest carries them, so that two releases can be compared. */
export const RULES_OF_CASES = {
  'diagnosis-day': DIAGNOSIS_DAY_VERSION,
  'end-of-follow-up': END_OF_FOLLOW_UP_VERSION,
  'multiple-primaries': MULTIPLE_PRIMARIES_VERSION,
  'sex-and-site': SEX_AND_SITE_VERSION,
} as const;
