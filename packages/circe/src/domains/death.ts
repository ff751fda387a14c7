import type { Domain } from './domain.ts';
import { dayAfter, label, ONE_DAY, person, recordType, startDate } from './shared.ts';

export const death: Domain = {
  name: label('death', '死亡'),
  any: 'any form',
  table: 'death',
  alias: 'd',
  // A person dies once: its row has no number of its own.
  id: 'person_id',
  concept: 'cause_concept_id',
  source: { field: 'DeathSourceConcept', column: 'cause_source_concept_id', any: 'any form' },
  start: 'd.death_date',
  end: dayAfter('d.death_date'),
  first: false,
  visit: false,
  type: 'DeathType',
  columns: { DOMAIN_CONCEPT: 'coalesce(C.cause_concept_id, 0)', DURATION: ONE_DAY },
  attributes: {
    OccurrenceStartDate: startDate(),
    ...recordType('DeathType', 'death_type_concept_id', 'a', label('death type', '死亡记录类型')),
    ...person,
  },
};
