/** Raised whenever the same input gives another answer. */
export const SYMPTOM_ALERT_VERSION = 1;

/** The highest composite grade, and how much more within how many days, from which somebody is told. */
const HIGHEST = 3;
const RISE = 2;
const WITHIN_DAYS = 7;

export interface EarlierGrade {
  readonly grade: number;
  /** Days before the one that is judged. */
  readonly daysBefore: number;
}

export interface SymptomAlertFound {
  readonly because: 'COMPOSITE_3' | 'RISE';
  /** The lowest grade of the week before; null where there was none. */
  readonly from: number | null;
}

/**
 * Whether the composite grade of a term is told to the clinician: grade 3, or two grades more within a week
 * (as in Basch E et al. JAMA 2017;318:197). It is no grade of CTCAE.
 * @param grade 0 to 3; null where the answers give none
 */
export const symptomAlert = ({
  grade,
  earlier,
}: {
  readonly grade: number | null;
  readonly earlier: readonly EarlierGrade[];
}): SymptomAlertFound | null => {
  if (grade === null) return null;
  const week = earlier.filter(({ daysBefore }) => daysBefore >= 0 && daysBefore <= WITHIN_DAYS);
  const from = week.length === 0 ? null : Math.min(...week.map((one) => one.grade));
  if (grade >= HIGHEST) return { because: 'COMPOSITE_3', from };
  return from !== null && grade - from >= RISE ? { because: 'RISE', from } : null;
};
