import type { Label } from '@nodp/terminology';

/** Limits beyond which the grades 1 to 4 begin; null where the criteria have no such grade by number. */
export type Limits = readonly [number | null, number | null, number | null, number | null];

/** One term of CTCAE, as far as a number decides it. */
export interface Criterion {
  /** The analyte, as the terminology names it; the limits are in its canonical unit. */
  readonly analyte: string;
  readonly term: Label;
  /** Which values are graded: those under a limit, or those over it. */
  readonly side: 'below' | 'above';
  /**
   * What the limits are: values, or multiples of the lower or upper limit of the reference range. Where grade 1 has no
   * limit of its own, it begins at the end of the reference range.
   */
  readonly of: 'value' | 'lower-limit' | 'upper-limit';
  readonly limits: Limits;
  /** The criteria ask for calcium corrected for albumin. */
  readonly correctedForAlbumin?: true;
}

const row = (
  analyte: string,
  side: Criterion['side'],
  of: Criterion['of'],
  limits: Limits,
  en: string,
  zh: string,
): Criterion => ({ analyte, side, of, limits, term: { en, zh } });

const corrected = (criterion: Criterion): Criterion => ({
  ...criterion,
  correctedForAlbumin: true,
});

/**
 * Source: National Cancer Institute, Common Terminology Criteria for Adverse Events (CTCAE) v5.0, 27 November 2017, the
 * terms of “Blood and lymphatic system disorders”, “Investigations” and “Metabolism and nutrition disorders” that
 * numbers decide. Units: g/L, 10*9/L, mmol/L, ratio (INR). Grades that also ask for symptoms, treatment or admission
 * (sodium 125 to 129, potassium under the range, calcium over 2.9) are given by the number alone.
 */
export const CRITERIA: readonly Criterion[] = [
  row('haemoglobin', 'below', 'value', [null, 100, 80, null], 'Anaemia', '贫血'),
  row(
    'platelets',
    'below',
    'value',
    [null, 75, 50, 25],
    'Platelet count decreased',
    '血小板计数降低',
  ),
  row(
    'neutrophils',
    'below',
    'value',
    [null, 1.5, 1, 0.5],
    'Neutrophil count decreased',
    '中性粒细胞计数降低',
  ),
  row(
    'leukocytes',
    'below',
    'value',
    [null, 3, 2, 1],
    'White blood cell decreased',
    '白细胞计数降低',
  ),
  row(
    'lymphocytes',
    'below',
    'value',
    [null, 0.8, 0.5, 0.2],
    'Lymphocyte count decreased',
    '淋巴细胞计数降低',
  ),
  row('sodium', 'below', 'value', [null, 130, 125, 120], 'Hyponatraemia', '低钠血症'),
  row('sodium', 'above', 'value', [null, 150, 155, 160], 'Hypernatraemia', '高钠血症'),
  row('potassium', 'below', 'value', [null, null, 3, 2.5], 'Hypokalaemia', '低钾血症'),
  row('potassium', 'above', 'value', [null, 5.5, 6, 7], 'Hyperkalaemia', '高钾血症'),
  corrected(row('calcium', 'below', 'value', [null, 2, 1.75, 1.5], 'Hypocalcaemia', '低钙血症')),
  corrected(row('calcium', 'above', 'value', [null, 2.9, 3.1, 3.4], 'Hypercalcaemia', '高钙血症')),
  row('magnesium', 'below', 'value', [null, 0.5, 0.4, 0.3], 'Hypomagnesaemia', '低镁血症'),
  row('magnesium', 'above', 'value', [null, null, 1.23, 3.3], 'Hypermagnesaemia', '高镁血症'),
  row('albumin', 'below', 'value', [null, 30, 20, null], 'Hypoalbuminaemia', '低白蛋白血症'),
  row('glucose', 'below', 'value', [null, 3, 2.2, 1.7], 'Hypoglycaemia', '低血糖症'),
  row('inr', 'above', 'value', [1.2, 1.5, 2.5, null], 'INR increased', '国际标准化比值升高'),
  row('creatinine', 'above', 'upper-limit', [null, 1.5, 3, 6], 'Creatinine increased', '肌酐升高'),
  row(
    'bilirubin-total',
    'above',
    'upper-limit',
    [null, 1.5, 3, 10],
    'Blood bilirubin increased',
    '血胆红素升高',
  ),
  row(
    'alanine-aminotransferase',
    'above',
    'upper-limit',
    [null, 3, 5, 20],
    'Alanine aminotransferase increased',
    '丙氨酸氨基转移酶升高',
  ),
  row(
    'aspartate-aminotransferase',
    'above',
    'upper-limit',
    [null, 3, 5, 20],
    'Aspartate aminotransferase increased',
    '天门冬氨酸氨基转移酶升高',
  ),
  row(
    'gamma-glutamyltransferase',
    'above',
    'upper-limit',
    [null, 2.5, 5, 20],
    'GGT increased',
    'γ-谷氨酰转移酶升高',
  ),
  row(
    'alkaline-phosphatase',
    'above',
    'upper-limit',
    [null, 2.5, 5, 20],
    'Alkaline phosphatase increased',
    '碱性磷酸酶升高',
  ),
  row(
    'creatine-kinase',
    'above',
    'upper-limit',
    [null, 2.5, 5, 10],
    'CPK increased',
    '肌酸激酶升高',
  ),
  row(
    'aptt',
    'above',
    'upper-limit',
    [null, 1.5, 2.5, null],
    'Activated partial thromboplastin time prolonged',
    '活化部分凝血活酶时间延长',
  ),
  row(
    'fibrinogen',
    'below',
    'lower-limit',
    [null, 0.75, 0.5, 0.25],
    'Fibrinogen decreased',
    '纤维蛋白原降低',
  ),
];
