import { terms } from '../label.ts';

/** How a follow-up contact was made. */
export const CONTACT_METHODS = terms([
  ['outpatient', 'Outpatient visit', '门诊复诊'],
  ['inpatient', 'Inpatient stay', '住院'],
  ['telephone', 'Telephone', '电话'],
  ['text-message', 'Text message', '短信'],
  ['wechat', 'WeChat', '微信'],
  ['video', 'Video visit', '视频随访'],
  ['home-visit', 'Home visit', '入户访视'],
  ['letter', 'Letter', '信函'],
  ['registry-linkage', 'Linkage with a register', '登记库匹配'],
]);

/** What came of an attempt. */
export const CONTACT_OUTCOMES = terms([
  ['reached', 'Reached', '已联系到'],
  ['no-answer', 'No answer', '无人接听'],
  ['wrong-number', 'Wrong number', '号码错误'],
  ['refused', 'Refused', '拒访'],
  ['relative', 'Reached a relative', '家属代答'],
]);
