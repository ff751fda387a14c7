import type { Domain } from './domain.ts';
import { endDate, label, startDate } from './shared.ts';

/** Where a person lives, by the history of places of CDM 6.1: version 5.4 has none. */
export const locationRegion: Domain = {
  name: label('location region', '居住地区'),
  any: 'any location',
  table: 'location_history',
  alias: 'lh',
  id: 'location_history_id',
  concept: 'region_concept_id',
  source: null,
  start: 'lh.start_date',
  end: "coalesce(lh.end_date, DATE '2099-12-31')",
  first: false,
  visit: false,
  type: null,
  columns: { DOMAIN_CONCEPT: 'C.region_concept_id' },
  attributes: {
    StartDate: startDate('location region start date', '居住开始日期'),
    EndDate: endDate('location region end date', '居住结束日期'),
  },
};
