/** A column of a table: its name with its type in DuckDB. */
export type Columns = readonly (readonly [name: string, type: string])[];

const columns = (text: string): Columns =>
  text
    .trim()
    .split(/\s*,\s*/)
    .map((each) => {
      const [name = '', type = 'INTEGER'] = each.split(' ');
      return [name, type] as const;
    });

/**
 * Tables of the OMOP Common Data Model 5.4 that definitions ask, with the columns they ask; a column without a type is a whole number.
 * Ids are wide, since sites make them of hashes.
 */
export const CDM_TABLES: Readonly<Record<string, Columns>> = {
  person: columns(
    'person_id BIGINT, gender_concept_id, year_of_birth, month_of_birth, day_of_birth, race_concept_id, ethnicity_concept_id, location_id BIGINT, care_site_id BIGINT, person_source_value VARCHAR, gender_source_value VARCHAR',
  ),
  observation_period: columns(
    'observation_period_id BIGINT, person_id BIGINT, observation_period_start_date DATE, observation_period_end_date DATE, period_type_concept_id',
  ),
  visit_occurrence: columns(
    'visit_occurrence_id BIGINT, person_id BIGINT, visit_concept_id, visit_start_date DATE, visit_end_date DATE, visit_type_concept_id, provider_id BIGINT, care_site_id BIGINT, visit_source_value VARCHAR, visit_source_concept_id',
  ),
  visit_detail: columns(
    'visit_detail_id BIGINT, person_id BIGINT, visit_detail_concept_id, visit_detail_start_date DATE, visit_detail_end_date DATE, visit_detail_type_concept_id, provider_id BIGINT, care_site_id BIGINT, visit_detail_source_value VARCHAR, visit_detail_source_concept_id, visit_occurrence_id BIGINT',
  ),
  condition_occurrence: columns(
    'condition_occurrence_id BIGINT, person_id BIGINT, condition_concept_id, condition_start_date DATE, condition_end_date DATE, condition_type_concept_id, condition_status_concept_id, stop_reason VARCHAR, provider_id BIGINT, visit_occurrence_id BIGINT, visit_detail_id BIGINT, condition_source_value VARCHAR, condition_source_concept_id',
  ),
  drug_exposure: columns(
    'drug_exposure_id BIGINT, person_id BIGINT, drug_concept_id, drug_exposure_start_date DATE, drug_exposure_end_date DATE, drug_type_concept_id, stop_reason VARCHAR, refills, quantity DOUBLE, days_supply, effective_drug_dose DOUBLE, dose_unit_concept_id, route_concept_id, lot_number VARCHAR, provider_id BIGINT, visit_occurrence_id BIGINT, visit_detail_id BIGINT, drug_source_value VARCHAR, drug_source_concept_id',
  ),
  procedure_occurrence: columns(
    'procedure_occurrence_id BIGINT, person_id BIGINT, procedure_concept_id, procedure_date DATE, procedure_end_date DATE, procedure_type_concept_id, modifier_concept_id, quantity, provider_id BIGINT, visit_occurrence_id BIGINT, visit_detail_id BIGINT, procedure_source_value VARCHAR, procedure_source_concept_id',
  ),
  device_exposure: columns(
    'device_exposure_id BIGINT, person_id BIGINT, device_concept_id, device_exposure_start_date DATE, device_exposure_end_date DATE, device_type_concept_id, unique_device_id VARCHAR, quantity, provider_id BIGINT, visit_occurrence_id BIGINT, visit_detail_id BIGINT, device_source_value VARCHAR, device_source_concept_id',
  ),
  measurement: columns(
    'measurement_id BIGINT, person_id BIGINT, measurement_concept_id, measurement_date DATE, measurement_type_concept_id, operator_concept_id, value_as_number DOUBLE, value_as_concept_id, unit_concept_id, range_low DOUBLE, range_high DOUBLE, provider_id BIGINT, visit_occurrence_id BIGINT, visit_detail_id BIGINT, measurement_source_value VARCHAR, measurement_source_concept_id',
  ),
  observation: columns(
    'observation_id BIGINT, person_id BIGINT, observation_concept_id, observation_date DATE, observation_type_concept_id, value_as_number DOUBLE, value_as_string VARCHAR, value_as_concept_id, qualifier_concept_id, unit_concept_id, provider_id BIGINT, visit_occurrence_id BIGINT, visit_detail_id BIGINT, observation_source_value VARCHAR, observation_source_concept_id',
  ),
  death: columns(
    'person_id BIGINT, death_date DATE, death_type_concept_id, cause_concept_id, cause_source_value VARCHAR, cause_source_concept_id',
  ),
  specimen: columns(
    'specimen_id BIGINT, person_id BIGINT, specimen_concept_id, specimen_type_concept_id, specimen_date DATE, quantity DOUBLE, unit_concept_id, anatomic_site_concept_id, disease_status_concept_id, specimen_source_id VARCHAR, specimen_source_value VARCHAR',
  ),
  payer_plan_period: columns(
    'payer_plan_period_id BIGINT, person_id BIGINT, payer_plan_period_start_date DATE, payer_plan_period_end_date DATE, payer_concept_id, payer_source_concept_id, plan_concept_id, plan_source_concept_id, sponsor_concept_id, sponsor_source_concept_id, stop_reason_concept_id, stop_reason_source_concept_id',
  ),
  drug_era: columns(
    'drug_era_id BIGINT, person_id BIGINT, drug_concept_id, drug_era_start_date DATE, drug_era_end_date DATE, drug_exposure_count, gap_days',
  ),
  dose_era: columns(
    'dose_era_id BIGINT, person_id BIGINT, drug_concept_id, unit_concept_id, dose_value DOUBLE, dose_era_start_date DATE, dose_era_end_date DATE',
  ),
  condition_era: columns(
    'condition_era_id BIGINT, person_id BIGINT, condition_concept_id, condition_era_start_date DATE, condition_era_end_date DATE, condition_occurrence_count',
  ),
  episode: columns(
    'episode_id BIGINT, person_id BIGINT, episode_concept_id, episode_start_date DATE, episode_end_date DATE, episode_parent_id BIGINT, episode_number, episode_object_concept_id, episode_type_concept_id, episode_source_value VARCHAR, episode_source_concept_id',
  ),
  episode_event: columns('episode_id BIGINT, event_id BIGINT, episode_event_field_concept_id'),
  care_site: columns(
    'care_site_id BIGINT, care_site_name VARCHAR, place_of_service_concept_id, location_id BIGINT',
  ),
  provider: columns(
    'provider_id BIGINT, provider_name VARCHAR, specialty_concept_id, care_site_id BIGINT',
  ),
  concept: columns(
    'concept_id, concept_name VARCHAR, domain_id VARCHAR, vocabulary_id VARCHAR, concept_class_id VARCHAR, standard_concept VARCHAR, concept_code VARCHAR, valid_start_date DATE, valid_end_date DATE, invalid_reason VARCHAR',
  ),
  concept_ancestor: columns(
    'ancestor_concept_id, descendant_concept_id, min_levels_of_separation, max_levels_of_separation',
  ),
  concept_relationship: columns(
    'concept_id_1, concept_id_2, relationship_id VARCHAR, valid_start_date DATE, valid_end_date DATE, invalid_reason VARCHAR',
  ),
  // Of CDM 6.1, for definitions that ask where a person lived.
  location: columns('location_id BIGINT, region_concept_id'),
  location_history: columns(
    'location_history_id BIGINT, location_id BIGINT, domain_id VARCHAR, entity_id BIGINT, start_date DATE, end_date DATE',
  ),
};
