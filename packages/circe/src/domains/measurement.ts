import type { Domain } from './domain.ts';
import {
  care,
  conceptValue,
  dayAfter,
  decimal,
  either,
  flag,
  label,
  numericValue,
  ONE_DAY,
  person,
  recordType,
  startDate,
  unit,
} from './shared.ts';

/** Concepts "abnormally low" and "abnormally high" of a value. */
const ABNORMAL = [4155142, 4155143];

export const measurement: Domain = {
  name: label('measurement', '检验检查'),
  any: 'any measurement',
  table: 'measurement',
  alias: 'm',
  id: 'measurement_id',
  concept: 'measurement_concept_id',
  source: {
    field: 'MeasurementSourceConcept',
    column: 'measurement_source_concept_id',
    any: 'any measurement',
  },
  start: 'm.measurement_date',
  end: dayAfter('m.measurement_date'),
  first: true,
  visit: true,
  type: 'MeasurementType',
  columns: {
    DOMAIN_CONCEPT: 'C.measurement_concept_id',
    DURATION: ONE_DAY,
    VALUE_AS_NUMBER: 'C.value_as_number',
    RANGE_HIGH: 'C.range_high',
    RANGE_LOW: 'C.range_low',
  },
  attributes: {
    OccurrenceStartDate: startDate(),
    ...recordType(
      'MeasurementType',
      'measurement_type_concept_id',
      'a',
      label('measurement type', '检验记录类型'),
    ),
    ...either(
      'Operator',
      'C.operator_concept_id',
      label('operator', '比较符'),
      'with operator: %',
      'an operator concept % concept set',
    ),
    ...numericValue,
    ...unit('unit: %', 'a'),
    ...conceptValue,
    RangeLow: decimal('C.range_low', label('range low', '参考值下限'), 'low range %'),
    RangeHigh: decimal('C.range_high', label('range high', '参考值上限'), 'high range %'),
    RangeLowRatio: decimal(
      '(C.value_as_number / nullif(C.range_low, 0))',
      label('range low ratio', '与下限之比'),
      'low range-to-value ratio %',
    ),
    RangeHighRatio: decimal(
      '(C.value_as_number / nullif(C.range_high, 0))',
      label('range high ratio', '与上限之比'),
      'high range-to-value ratio %',
    ),
    // The spelling is circe's, so that the two texts compare.
    Abnormal: flag(
      `(C.value_as_number < C.range_low OR C.value_as_number > C.range_high OR C.value_as_concept_id IN (${ABNORMAL.join(', ')}))`,
      label('abnormal', '异常结果'),
      'with an abormal result (measurement value falls outside the low and high range)',
    ),
    ...person,
    ...care('speciality'),
  },
};
