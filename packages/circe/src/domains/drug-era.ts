import type { Domain } from './domain.ts';
import { ages, endDate, gender, integer, LENGTH, label, startDate } from './shared.ts';

export const drugEra: Domain = {
  name: label('drug era', '用药时段'),
  any: 'any drug',
  table: 'drug_era',
  alias: 'de',
  id: 'drug_era_id',
  concept: 'drug_concept_id',
  source: null,
  start: 'de.drug_era_start_date',
  end: 'de.drug_era_end_date',
  first: true,
  visit: false,
  type: null,
  columns: {
    DOMAIN_CONCEPT: 'C.drug_concept_id',
    ERA_OCCURRENCES: 'C.drug_exposure_count',
    GAP_DAYS: 'C.gap_days',
    DURATION: LENGTH,
  },
  attributes: {
    EraStartDate: startDate('era start date', '时段开始日期'),
    EraEndDate: endDate('era end date', '时段结束日期'),
    EraLength: integer(LENGTH, label('era length', '时段长度'), 'with era length % days'),
    OccurrenceCount: integer(
      'C.drug_exposure_count',
      label('occurrence count', '发生次数'),
      'with occurrence count %',
    ),
    GapDays: integer('C.gap_days', label('gap days', '间隔天数'), 'with gap days %'),
    ...ages('start'),
    ...gender,
  },
};
