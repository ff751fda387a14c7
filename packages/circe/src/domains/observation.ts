import type { Domain } from './domain.ts';
import {
  care,
  dayAfter,
  decimal,
  either,
  label,
  ONE_DAY,
  person,
  recordType,
  startDate,
  text,
} from './shared.ts';

export const observation: Domain = {
  name: label('observation', '观察'),
  any: 'any observation',
  table: 'observation',
  alias: 'o',
  id: 'observation_id',
  concept: 'observation_concept_id',
  source: {
    field: 'ObservationSourceConcept',
    column: 'observation_source_concept_id',
    any: 'any observation',
  },
  start: 'o.observation_date',
  end: dayAfter('o.observation_date'),
  first: true,
  visit: true,
  type: 'ObservationType',
  columns: {
    DOMAIN_CONCEPT: 'C.observation_concept_id',
    VALUE_AS_NUMBER: 'C.value_as_number',
    DURATION: ONE_DAY,
  },
  attributes: {
    OccurrenceStartDate: startDate(),
    ...recordType(
      'ObservationType',
      'observation_type_concept_id',
      'an',
      label('observation type', '观察记录类型'),
    ),
    ValueAsNumber: decimal(
      'C.value_as_number',
      label('value as number', '数值结果'),
      'numeric value %',
    ),
    ...either(
      'Unit',
      'C.unit_concept_id',
      label('unit', '单位'),
      'unit: %',
      'an unit concept % concept set',
    ),
    ...either(
      'ValueAsConcept',
      'C.value_as_concept_id',
      label('value as concept', '概念结果'),
      'with value as concept: %',
      'a value as concept % concept set',
    ),
    ValueAsString: text(
      'C.value_as_string',
      label('value as string', '文字结果'),
      'with value as string %',
    ),
    ...either(
      'Qualifier',
      'C.qualifier_concept_id',
      label('qualifier', '限定'),
      'with qualifier: %',
      'a qualifier concept % concept set',
    ),
    ...person,
    ...care('speciality'),
  },
};
