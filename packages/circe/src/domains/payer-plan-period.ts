import type { Domain } from './domain.ts';
import { ages, codeset, endDate, gender, integer, label, period, startDate } from './shared.ts';

const of = (column: string, en: string, zh: string) =>
  codeset(`C.${column}`, label(en, zh), `${en} in % concept set`);

export const payerPlanPeriod: Domain = {
  name: label('payer plan period', '医保计划期'),
  any: 'payer plan period',
  table: 'payer_plan_period',
  alias: 'ppp',
  id: 'payer_plan_period_id',
  concept: null,
  source: null,
  start: 'ppp.payer_plan_period_start_date',
  end: 'ppp.payer_plan_period_end_date',
  first: true,
  visit: false,
  type: null,
  columns: { DOMAIN_CONCEPT: 'C.payer_concept_id' },
  attributes: {
    PeriodStartDate: startDate('period start date', '计划期开始日期'),
    PeriodEndDate: endDate('period end date', '计划期结束日期'),
    UserDefinedPeriod: period('', label('user defined period', '自定义时段'), '%'),
    PeriodLength: integer(
      "date_diff('day', C.start_date, C.end_date)",
      label('period length', '计划期长度'),
      'with a length % days',
    ),
    ...ages('start'),
    ...gender,
    PayerConcept: of('payer_concept_id', 'payer', '支付方'),
    PlanConcept: of('plan_concept_id', 'plan', '计划'),
    SponsorConcept: of('sponsor_concept_id', 'sponsor', '资助方'),
    StopReasonConcept: of('stop_reason_concept_id', 'stop reason', '终止原因'),
    PayerSourceConcept: of('payer_source_concept_id', 'payer source', '支付方原始编码'),
    PlanSourceConcept: of('plan_source_concept_id', 'plan source', '计划原始编码'),
    SponsorSourceConcept: of('sponsor_source_concept_id', 'sponsor source', '资助方原始编码'),
    StopReasonSourceConcept: of(
      'stop_reason_source_concept_id',
      'stop reason source',
      '终止原因原始编码',
    ),
  },
};
