import type { Domain } from './domain.ts';
import {
  ages,
  decimal,
  either,
  endDate,
  gender,
  integer,
  LENGTH,
  label,
  startDate,
} from './shared.ts';

export const doseEra: Domain = {
  name: label('dose era', '剂量时段'),
  any: 'any drug',
  table: 'dose_era',
  alias: 'de',
  id: 'dose_era_id',
  concept: 'drug_concept_id',
  source: null,
  start: 'de.dose_era_start_date',
  end: 'de.dose_era_end_date',
  first: true,
  visit: false,
  type: null,
  columns: {
    DOMAIN_CONCEPT: 'C.drug_concept_id',
    DURATION: LENGTH,
    UNIT: 'C.unit_concept_id',
    VALUE_AS_NUMBER: 'C.dose_value',
  },
  attributes: {
    EraStartDate: startDate('era start date', '时段开始日期'),
    EraEndDate: endDate('era end date', '时段结束日期'),
    ...either(
      'Unit',
      'C.unit_concept_id',
      label('unit', '单位'),
      'unit is: %',
      'a unit concept % concept set',
    ),
    EraLength: integer(LENGTH, label('era length', '时段长度'), 'with era length % days'),
    DoseValue: decimal('C.dose_value', label('dose value', '剂量值'), 'with dose value %'),
    ...ages('start'),
    ...gender,
  },
};
