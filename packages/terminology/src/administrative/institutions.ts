import { terms } from '../label.ts';

/** Tiers of institutions in the network. */
export const INSTITUTION_TIERS = terms([
  ['national', 'National cancer centre', '国家癌症中心'],
  ['provincial', 'Provincial cancer hospital', '省级肿瘤医院'],
  ['municipal', 'Municipal cancer hospital', '市级肿瘤医院'],
  ['general', 'General hospital, oncology department', '综合医院肿瘤科'],
]);
