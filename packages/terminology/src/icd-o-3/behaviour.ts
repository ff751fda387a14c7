import { terms } from '../label.ts';

/** Fifth digit of a morphology code. Source: ICD-O-3 (WHO 2000), Table 24. */
export type Behaviour = '0' | '1' | '2' | '3' | '6' | '9';

export const BEHAVIOURS = terms([
  ['0', 'Benign', '良性'],
  ['1', 'Uncertain whether benign or malignant', '良性或恶性未肯定'],
  ['2', 'Carcinoma in situ', '原位癌'],
  ['3', 'Malignant, primary site', '恶性，原发部位'],
  ['6', 'Malignant, metastatic site', '恶性，转移部位'],
  ['9', 'Malignant, uncertain whether primary or metastatic', '恶性，原发或转移未肯定'],
]);

export function isBehaviour(digit: string): digit is Behaviour {
  return digit.length === 1 && '012369'.includes(digit);
}
