import type { SurveyedTreatment } from './treatment.ts';

/** ICD-9-CM-3, of which hospitals send longer national codes: complete thyroidectomy; SNOMED CT: total thyroidectomy. */
const WHOLE = /^06\.(4|52)|^24443003$/;
/** ICD-9-CM-3: lobectomy and other partial thyroidectomy, of the substernal thyroid too. */
const PART = /^06\.(2|3|51)/;

/**
 * Whether the whole thyroid was removed, without which thyroglobulin comes from what is left: false where a single partial operation
 * is recorded, null where the records do not tell.
 */
export const wholeThyroidRemoved = (treatments: readonly SurveyedTreatment[]): boolean | null => {
  const done = treatments.filter(
    ({ kind, status }) => kind === 'SURGERY' && status === 'completed',
  );
  const codes = done.flatMap(({ procedure }) => procedure ?? []);
  if (codes.some((code) => WHOLE.test(code))) return true;
  // A second partial operation may have taken the rest.
  return codes.filter((code) => PART.test(code)).length === 1 ? false : null;
};
