import type { Domain } from './domain.ts';
import {
  age,
  codeset,
  endDate,
  gender,
  integer,
  LENGTH,
  label,
  selection,
  startDate,
} from './shared.ts';

export const visitDetail: Domain = {
  name: label('visit detail', '就诊明细'),
  any: 'any visit detail',
  table: 'visit_detail',
  alias: 'vd',
  id: 'visit_detail_id',
  concept: 'visit_detail_concept_id',
  source: {
    field: 'VisitDetailSourceConcept',
    column: 'visit_detail_source_concept_id',
    any: 'any visit',
  },
  start: 'vd.visit_detail_start_date',
  end: 'vd.visit_detail_end_date',
  first: true,
  visit: true,
  type: 'VisitDetailTypeCS',
  columns: {
    DOMAIN_CONCEPT: 'C.visit_detail_concept_id',
    DURATION: LENGTH,
    VISIT_DETAIL_ID: 'C.visit_detail_id',
  },
  attributes: {
    VisitDetailStartDate: startDate('visit detail start date', '就诊明细开始日期'),
    VisitDetailEndDate: endDate('visit detail end date', '就诊明细结束日期'),
    VisitDetailTypeCS: selection(
      'C.visit_detail_type_concept_id',
      label('visit detail type', '就诊明细类型'),
      'a visit detail type that is % concept set',
      { chosen: true },
    ),
    // In circe the age at a visit's detail is that at its end.
    Age: age('C.end_date'),
    GenderCS: { ...gender.GenderCS, chosen: true },
    ProviderSpecialtyCS: selection(
      'PR.specialty_concept_id',
      label('provider speciality', '医务人员专业'),
      'a provider specialty that is % concept set',
      { needs: 'provider', chosen: true },
    ),
    PlaceOfServiceCS: selection(
      'CS.place_of_service_concept_id',
      label('place of service', '服务场所'),
      'a place of service that is % concept set',
      { needs: 'careSite', chosen: true },
    ),
    PlaceOfServiceLocation: codeset(
      'LOC.region_concept_id',
      label('place of service location', '服务场所地区'),
      'a place of service located in % concept set',
      { needs: 'careSiteRegion' },
    ),
    VisitDetailLength: integer(
      LENGTH,
      label('visit detail length', '就诊明细长度'),
      'with length % days',
    ),
  },
};
