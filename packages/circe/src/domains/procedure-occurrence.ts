import type { Domain } from './domain.ts';
import {
  care,
  dayAfter,
  either,
  integer,
  label,
  ONE_DAY,
  person,
  recordType,
  startDate,
} from './shared.ts';

export const procedureOccurrence: Domain = {
  name: label('procedure occurrence', '操作'),
  any: 'any procedure',
  table: 'procedure_occurrence',
  alias: 'po',
  id: 'procedure_occurrence_id',
  concept: 'procedure_concept_id',
  source: {
    field: 'ProcedureSourceConcept',
    column: 'procedure_source_concept_id',
    any: 'any procedure',
  },
  start: 'po.procedure_date',
  end: dayAfter('po.procedure_date'),
  first: true,
  visit: true,
  type: 'ProcedureType',
  columns: { DOMAIN_CONCEPT: 'C.procedure_concept_id', DURATION: ONE_DAY, QUANTITY: 'C.quantity' },
  attributes: {
    OccurrenceStartDate: startDate(),
    ...recordType(
      'ProcedureType',
      'procedure_type_concept_id',
      'a',
      label('procedure type', '操作记录类型'),
    ),
    ...either(
      'Modifier',
      'C.modifier_concept_id',
      label('modifier', '修饰'),
      'with modifier: %',
      'a modifier concept % concept set',
    ),
    Quantity: integer('C.quantity', label('quantity', '数量'), 'with quantity %'),
    ...person,
    ...care('speciality'),
  },
};
