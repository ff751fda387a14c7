import type { Domain } from './domain.ts';
import {
  care,
  endDate,
  endOrDayAfter,
  integer,
  LENGTH,
  label,
  person,
  recordType,
  startDate,
  text,
} from './shared.ts';

export const deviceExposure: Domain = {
  name: label('device exposure', '器械使用'),
  any: 'any device',
  table: 'device_exposure',
  alias: 'de',
  id: 'device_exposure_id',
  concept: 'device_concept_id',
  source: {
    field: 'DeviceSourceConcept',
    column: 'device_source_concept_id',
    any: 'any condition',
  },
  start: 'de.device_exposure_start_date',
  end: endOrDayAfter('de.device_exposure_end_date', 'de.device_exposure_start_date'),
  first: true,
  visit: true,
  type: 'DeviceType',
  columns: { DOMAIN_CONCEPT: 'C.device_concept_id', QUANTITY: 'C.quantity', DURATION: LENGTH },
  attributes: {
    OccurrenceStartDate: startDate(),
    OccurrenceEndDate: endDate(),
    ...recordType(
      'DeviceType',
      'device_type_concept_id',
      'a',
      label('device type', '器械记录类型'),
    ),
    UniqueDeviceId: text(
      'C.unique_device_id',
      label('unique device id', '器械唯一标识'),
      'unique device ID %',
    ),
    Quantity: integer('C.quantity', label('quantity', '数量'), 'quantity %'),
    ...person,
    ...care(),
  },
};
