import type { Domain } from './domain.ts';
import { ages, either, endDate, integer, LENGTH, label, period, startDate } from './shared.ts';

export const observationPeriod: Domain = {
  name: label('observation period', '观察期'),
  any: 'observation period',
  table: 'observation_period',
  alias: 'op',
  id: 'observation_period_id',
  concept: null,
  source: null,
  start: 'op.observation_period_start_date',
  end: 'op.observation_period_end_date',
  first: true,
  visit: false,
  type: null,
  columns: { DOMAIN_CONCEPT: 'C.period_type_concept_id', DURATION: LENGTH },
  attributes: {
    PeriodStartDate: startDate('period start date', '观察期开始日期'),
    PeriodEndDate: endDate('period end date', '观察期结束日期'),
    UserDefinedPeriod: period('', label('user defined period', '自定义时段'), '%'),
    ...either(
      'PeriodType',
      'C.period_type_concept_id',
      label('period type', '观察期类型'),
      'period type is: %',
      'a period type concept % concept set',
    ),
    PeriodLength: integer(LENGTH, label('period length', '观察期长度'), 'with a length % days'),
    ...ages('start'),
  },
};
