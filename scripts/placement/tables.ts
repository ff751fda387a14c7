/**
 * Where each table's rows would lie on many machines: with their patient, with an institution, on every machine (codes, accounts:
 * small and read everywhere), or on one (jobs, sessions, the audit's chain: written by few). A table whose primary key begins with
 * or holds `patient_id` lies with its patient unless it stands here.
 */
export type Place = 'patient' | 'institution' | 'everywhere' | 'one';

const of = (place: Place, names: string): [string, Place][] =>
  names.split(/\s+/).map((name) => [name, place]);

const declared = new Map<string, Place>([
  ...of(
    'everywhere',
    `basic.account basic.institution basic.rule_switch basic.second_factor_role basic.code_mapping basic.edits_run
    patients.recomputation patients.stage_check_run patients.surveillance_run patients.task_run patients.indicator_run
    specimens.drug_label_set specimens.evidence_set
    statistics.life_table_row statistics.life_table_set statistics.person_years statistics.population statistics.region
    statistics.registry statistics.registry_year statistics.registry_data_area statistics.registry_data_count
    statistics.registry_data_person_years statistics.registry_data_set`,
  ),
  ...of(
    'one',
    `basic.api_assertion basic.api_client basic.approved_project basic.asked_counts basic.audit basic.audit_head basic.backup
    basic.fhir_export basic.job basic.payload basic.platform_sample basic.rate_window basic.second_factor
    basic.sign_in_attempt basic.web_session basic.webhook basic.webhook_delivery basic.break_glass basic.held_record basic.silence
    basic.previous_version
    patients.match_block patients.match_candidate patients.match_model patients.match_pair patients.match_term patients.matching
    patients.identity_claim patients.national_identity
    research.article research.data_export research.data_export_step research.project research.project_grant
    research.partner research.partner_answer research.partner_study research.project_step research.release research.saved_cohort
    research.saved_cohort_version research.signed_study research.study research.study_version statistics.report_template`,
  ),
  // Of a biobank each row is one of several other rows, none of them a patient's: all of its tables lie together.
  ...of(
    'one',
    `specimens.bank_consent specimens.bank_donor specimens.bank_pool_part specimens.bank_specimen specimens.collection_event
    specimens.container specimens.container_move specimens.custody_event specimens.inventory_audit specimens.label_print
    specimens.request_line specimens.specimen_request specimens.specimen_result specimens.temperature_reading`,
  ),
  ...of(
    'institution',
    `basic.attachment basic.attachment_part basic.code_in_use basic.completeness_tally basic.csv_mapping basic.csv_upload
    basic.intake_tally basic.file_import basic.local_code basic.local_code_count basic.reason_tally basic.record_version basic.retained_resource
    basic.submission basic.restricted_access_review basic.restricted_patient followup.message_template
    imaging.dicom_instance imaging.dicom_series imaging.dicom_set_aside imaging.dicom_study
    patients.board_meeting patients.listed patients.listed_tally patients.patient_alias patients.patient_source`,
  ),
]);

/** @returns where a table's rows lie; null where nobody has said so */
export const placeOf = (name: string, primaryKey: readonly string[]): Place | null =>
  declared.get(name) ?? (primaryKey.includes('patient_id') ? 'patient' : null);

/** Tables that are declared, so that one that is gone is not kept here. */
export const declaredTables: ReadonlySet<string> = new Set(declared.keys());

/** The column by which a table is parted; null where it is not. */
export const columnOf: Readonly<Record<Place, string | null>> = {
  patient: 'patient_id',
  institution: 'institution_id',
  everywhere: null,
  one: null,
};
