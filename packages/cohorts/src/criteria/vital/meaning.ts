import { codesMeaning } from '../../criterion/codes.ts';
import type { CriterionMeaning } from '../../criterion/module.ts';
import { among } from '../../criterion/where.ts';
import { VITAL_STATUS_LABELS, VITAL_STATUSES, type VitalStatus } from './form.ts';

const codes = codesMeaning<VitalStatus>({
  isKnown: (code) => VITAL_STATUSES.includes(code as VitalStatus),
  label: (status) => VITAL_STATUS_LABELS[status],
  before: { en: 'at the closing date ', zh: '截止日期时' },
  where: (statuses) => among('vital', statuses),
});

export const meaning: CriterionMeaning<VitalStatus[]> = {
  ...codes,
  lint: (statuses, report) => {
    codes.lint(statuses, report);
    if (statuses.length > 0)
      report(
        'immortal-time',
        '',
        {
          en: 'Known at the closing date alone: to compare survival by it says nothing. By a landmark or delayed entry nobody is in the cohort.',
          zh: '仅在截止日期时方可知晓：据此比较生存没有意义。按界标法或延迟进入比较时，此队列无人。',
        },
        'warning',
      );
  },
};
