/** How bad a laboratory value is: CTCAE v5.0 grades of the analytes that endanger, else only outside its range. */
import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { flagOf } from './series.ts';

/** 1: outside the range; 2 to 4 as CTCAE: moderate, severe, life-threatening. */
export type Severity = 1 | 2 | 3 | 4;

/** Bounds beyond which grades 2, 3 and 4 begin; null where the criteria have no such grade by number. */
type Bounds = readonly [number | null, number | null, number | null];
type Rule = {
  readonly below?: Bounds;
  readonly above?: Bounds;
  /** Multiples of the upper limit of the reference range. */
  readonly timesUpper?: Bounds;
};

/**
 * By the terminology's analyte, in its usual unit. Source: NCI, Common Terminology Criteria for Adverse Events v5.0
 * (2017): anaemia, platelet count, neutrophil count, white blood cell and lymphocyte counts decreased, hypo- and
 * hypernatraemia, -kalaemia, -calcaemia and -magnesaemia, hypoalbuminaemia, creatinine, bilirubin, ALT, AST, GGT and
 * alkaline phosphatase increased. Where a grade also asks for symptoms (sodium 120 to 129), the number alone counts.
 */
const rules: Readonly<Record<string, Rule>> = {
  haemoglobin: { below: [100, 80, null] },
  platelets: { below: [75, 50, 25] },
  neutrophils: { below: [1.5, 1, 0.5] },
  leukocytes: { below: [3, 2, 1] },
  lymphocytes: { below: [0.8, 0.5, 0.2] },
  sodium: { below: [130, 125, 120], above: [150, 155, 160] },
  potassium: { below: [null, 3, 2.5], above: [5.5, 6, 7] },
  calcium: { below: [2, 1.75, 1.5], above: [2.9, 3.1, 3.4] },
  magnesium: { below: [0.5, 0.4, 0.3], above: [null, 1.23, 3.3] },
  albumin: { below: [30, 20, null] },
  creatinine: { timesUpper: [1.5, 3, 6] },
  'bilirubin-total': { timesUpper: [1.5, 3, 10] },
  'alanine-aminotransferase': { timesUpper: [3, 5, 20] },
  'aspartate-aminotransferase': { timesUpper: [3, 5, 20] },
  'gamma-glutamyltransferase': { timesUpper: [2.5, 5, 20] },
  'alkaline-phosphatase': { timesUpper: [2.5, 5, 20] },
  inr: { above: [1.5, 2.5, null] },
};

const graded = (
  bounds: Bounds | undefined,
  beyond: (bound: number) => boolean,
): Severity | null => {
  if (bounds === undefined) return null;
  const [moderate, severe, threatening] = bounds;
  if (threatening !== null && beyond(threatening)) return 4;
  if (severe !== null && beyond(severe)) return 3;
  return moderate !== null && beyond(moderate) ? 2 : null;
};

export type Range = { referenceLow: number | null; referenceHigh: number | null };

/**
 * The severity of a value; null where it is within its range, or no range is known and no rule speaks of it.
 * @param code LOINC
 * @param unit UCUM; a rule counts in the analyte's usual unit alone
 */
export function severityOf(
  value: number | null,
  code: string | null,
  unit: string | null,
  range: Range,
): Severity | null {
  if (value === null) return null;
  const analyte = code === null ? null : analyteOfLoinc(code);
  const rule = analyte !== null && analyte.unit === unit ? rules[analyte.id] : undefined;
  const upper = range.referenceHigh;
  const worst = Math.max(
    graded(rule?.below, (bound) => value < bound) ?? 0,
    graded(rule?.above, (bound) => value > bound) ?? 0,
    upper === null ? 0 : (graded(rule?.timesUpper, (times) => value > times * upper) ?? 0),
  );
  if (worst > 0) return worst as Severity;
  const flag = flagOf(value, range);
  return flag === 'low' || flag === 'high' ? 1 : null;
}
