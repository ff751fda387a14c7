import { terms } from '../label.ts';

/** Overall response. Source: RECIST 1.1, Eisenhauer et al., Eur J Cancer 2009;45:228, tables 1 and 2. */
export const RECIST_RESPONSES = terms([
  ['CR', 'Complete response', '完全缓解'],
  ['PR', 'Partial response', '部分缓解'],
  ['SD', 'Stable disease', '疾病稳定'],
  ['PD', 'Progressive disease', '疾病进展'],
  ['NON-CR/NON-PD', 'Non-complete response, non-progressive disease', '非完全缓解/非疾病进展'],
  ['NE', 'Not evaluable', '不可评价'],
]);
export type RecistResponse = 'CR' | 'PR' | 'SD' | 'PD' | 'NON-CR/NON-PD' | 'NE';
