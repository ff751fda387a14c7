import type { Domain } from './domain.ts';
import { ages, endDate, gender, integer, LENGTH, label, startDate } from './shared.ts';

export const conditionEra: Domain = {
  name: label('condition era', '疾病时段'),
  any: 'any condition',
  table: 'condition_era',
  alias: 'ce',
  id: 'condition_era_id',
  concept: 'condition_concept_id',
  source: null,
  start: 'ce.condition_era_start_date',
  end: 'ce.condition_era_end_date',
  first: true,
  visit: false,
  type: null,
  columns: {
    DOMAIN_CONCEPT: 'C.condition_concept_id',
    ERA_OCCURRENCES: 'C.condition_occurrence_count',
    DURATION: LENGTH,
  },
  attributes: {
    EraStartDate: startDate('era start date', '时段开始日期'),
    EraEndDate: endDate('era end date', '时段结束日期'),
    EraLength: integer(LENGTH, label('era length', '时段长度'), 'era length is % days'),
    OccurrenceCount: integer(
      'C.condition_occurrence_count',
      label('occurrence count', '发生次数'),
      'containing % occurrences',
    ),
    ...ages('era start'),
    ...gender,
  },
};
