import type { Domain } from './domain.ts';
import {
  dayAfter,
  decimal,
  either,
  label,
  ONE_DAY,
  person,
  recordType,
  startDate,
  text,
  unit,
} from './shared.ts';

export const specimen: Domain = {
  name: label('specimen', '标本'),
  any: 'any specimen',
  table: 'specimen',
  alias: 's',
  id: 'specimen_id',
  concept: 'specimen_concept_id',
  // The model keeps no source concept of a specimen.
  source: { field: 'SpecimenSourceConcept', column: null, any: 'any specimen' },
  start: 's.specimen_date',
  end: dayAfter('s.specimen_date'),
  first: true,
  visit: false,
  type: 'SpecimenType',
  columns: { DOMAIN_CONCEPT: 'C.specimen_concept_id', DURATION: ONE_DAY },
  attributes: {
    OccurrenceStartDate: startDate(),
    ...recordType(
      'SpecimenType',
      'specimen_type_concept_id',
      'a',
      label('specimen type', '标本记录类型'),
    ),
    Quantity: decimal('C.quantity', label('quantity', '数量'), 'with quantity %'),
    ...unit('with unit: %'),
    ...either(
      'AnatomicSite',
      'C.anatomic_site_concept_id',
      label('anatomic site', '解剖部位'),
      'with anatomic site: %',
      'an anatomic site concept % concept set',
    ),
    ...either(
      'DiseaseStatus',
      'C.disease_status_concept_id',
      label('disease status', '病变状态'),
      'with disease status: %',
      'a disease status concept % concept set',
    ),
    SourceId: text('C.specimen_source_id', label('source id', '来源编号'), 'with source ID %'),
    ...person,
  },
};
