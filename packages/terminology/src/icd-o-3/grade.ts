import { terms } from '../label.ts';

/** Sixth digit: histological grading, differentiation or cell lineage. Source: ICD-O-3 (WHO 2000), Tables 25 and 26. */
export type Grade = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

export const GRADES = terms([
  ['1', 'Grade I, well differentiated', 'Ⅰ级，高分化'],
  ['2', 'Grade II, moderately differentiated', 'Ⅱ级，中分化'],
  ['3', 'Grade III, poorly differentiated', 'Ⅲ级，低分化'],
  ['4', 'Grade IV, undifferentiated or anaplastic', 'Ⅳ级，未分化或间变'],
  ['5', 'T-cell', 'T 细胞'],
  ['6', 'B-cell', 'B 细胞'],
  ['7', 'Null cell', '裸细胞'],
  ['8', 'NK cell', '自然杀伤细胞'],
  [
    '9',
    'Grade or cell type not determined, not stated or not applicable',
    '级别或细胞类型未确定、未说明或不适用',
  ],
]);
