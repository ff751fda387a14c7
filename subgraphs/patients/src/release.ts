import { query } from '@nodp/database';
import { institution } from '@nodp/database/tables';
import { extract } from '@nodp/record/release';
import { and, eq, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { costExtract } from './kinds/cost-item/release.ts';
import { observation } from './kinds/observation/table.ts';
import { radiotherapyVolume } from './kinds/radiotherapy-volume/table.ts';
import { NOT_RELEASED } from './kinds/treatment/not-given.ts';
import { treatment } from './kinds/treatment/table.ts';
import { tumour } from './kinds/tumour/table.ts';
import { identityClaim } from './people/claim-tables.ts';
import { elements } from './release-elements.ts';
import { tumourAtDiagnosis } from './summary/table.ts';
import { patient } from './tables.ts';

// Arrays are ordered by their first element, so that the least is the first.
const reading = sql`array[extract(epoch from ${observation.at})::float8, ${observation.normalValue}]`;
const first = sql`(min(${reading}))`;
const last = sql`(max(${reading}))`;

/** A report's own word, or what pathologists' findings add to it. */
const completed = (first: PgColumn, then: PgColumn) =>
  sql<string | null>`coalesce(${first}, ${then})`;

/** Of whom an institution claims that they are one person, and who was found to be one (`patients.compose_persons`). */
const samePerson = sql`
  select ${identityClaim.patientId} as patient_id, ${identityClaim.targetId} as person_id from ${identityClaim}
  where ${inArray(identityClaim.state, ['WAITING', 'APPROVED'])}
  union select patient_id, person_id from patients.linked_persons where patient_id <> person_id`;

/** A report that was corrected has its first day in what it said before. */
const firstReceived = sql`(select min((v.content ->> 'recorded_at')::timestamptz) from basic.previous_version v
  where v.table_name = 'patients.tumour' and v.patient_id = ${tumour.patientId} and v.id = ${tumour.id})`;

/** What the subgraph gives to a release. */
export const release = {
  ...elements,
  cost_item: costExtract,
  result: extract(
    'result',
    {
      patient_id: observation.patientId,
      code: observation.code,
      value: observation.normalValue,
      at: sql<number>`extract(epoch from ${observation.at})::bigint`,
    },
    (columns) =>
      query
        .select(columns)
        .from(observation)
        .where(and(isNotNull(observation.normalValue), isNull(observation.notFinal))),
  ),
  // Summed up where it lies.
  observation: extract(
    'observation',
    {
      patient_id: observation.patientId,
      code: observation.code,
      unit: observation.normalUnit,
      tests: sql<number>`count(*)`,
      first_value: sql<number>`${first}[2]`,
      last_value: sql<number>`${last}[2]`,
      lowest: sql<number>`min(${observation.normalValue})`,
      highest: sql<number>`max(${observation.normalValue})`,
      first_at: sql<number>`${first}[1]::bigint`,
      last_at: sql<number>`${last}[1]::bigint`,
    },
    (columns) =>
      query
        .select(columns)
        .from(observation)
        .where(
          and(
            eq(observation.category, 'tumour-marker'),
            isNotNull(observation.normalValue),
            isNull(observation.notFinal),
          ),
        )
        .groupBy(observation.patientId, observation.code, observation.normalUnit),
  ),
  treatment: extract(
    'treatment',
    {
      patient_id: treatment.patientId,
      kind: treatment.kind,
      drug: treatment.drug,
      code: sql<string>`coalesce(${treatment.code}, '')`,
      // Only where no code names it: of millions of drugs it would be copied for nothing.
      display: sql<
        string | null
      >`case when ${treatment.drug} is null and ${treatment.kind} = 'SYSTEMIC' then ${treatment.display} end`,
      intent_code: treatment.intentCode,
      started_on: treatment.startedOn,
      started_precision: treatment.startedPrecision,
      ended_on: treatment.endedOn,
      ended_precision: treatment.endedPrecision,
      line: treatment.line,
      dose: treatment.totalDoseCentigray,
      fractions: treatment.fractions,
      institution_id: treatment.institutionId,
      tumour_source_id: treatment.tumourSourceId,
      body_site_system: treatment.bodySiteSystem,
      body_site_code: treatment.bodySiteCode,
      source_id: treatment.sourceId,
    },
    (columns) =>
      query
        .select(columns)
        .from(treatment)
        .where(notInArray(treatment.status, [...NOT_RELEASED])),
  ),
  radiotherapy_volume: extract(
    'radiotherapy_volume',
    {
      patient_id: radiotherapyVolume.patientId,
      institution_id: radiotherapyVolume.institutionId,
      course_source_id: radiotherapyVolume.courseSourceId,
      site_system: radiotherapyVolume.siteSystem,
      site_code: radiotherapyVolume.siteCode,
      site_display: radiotherapyVolume.siteDisplay,
      lesions: sql<string>`to_json(${radiotherapyVolume.lesions})::text`,
      started_on: radiotherapyVolume.startedOn,
      ended_on: radiotherapyVolume.endedOn,
    },
    (columns) =>
      query
        .select(columns)
        .from(radiotherapyVolume)
        .where(
          and(
            notInArray(radiotherapyVolume.status, [...NOT_RELEASED]),
            eq(radiotherapyVolume.startedPrecision, 'day'),
            eq(radiotherapyVolume.endedPrecision, 'day'),
          ),
        ),
  ),
  tumour: extract(
    'tumour',
    {
      patient_id: tumour.patientId,
      id: tumour.id,
      institution_id: tumour.institutionId,
      source_id: tumour.sourceId,
      site_group: completed(tumourAtDiagnosis.foundSiteGroup, tumour.siteGroup),
      topography: tumour.topography,
      morphology: completed(tumourAtDiagnosis.foundMorphology, tumour.morphology),
      // A code that a pathologist found says more than the report's words.
      histology_sent: sql<string | null>`case when ${tumourAtDiagnosis.foundMorphology} is not null
        then ${tumourAtDiagnosis.foundHistology}
        else coalesce(${tumour.histologySent}, ${tumourAtDiagnosis.foundHistology}) end`,
      grade: completed(tumour.grade, tumourAtDiagnosis.foundGrade),
      laterality: tumour.laterality,
      basis_of_diagnosis: tumour.basisOfDiagnosis,
      diagnosed_on: tumour.diagnosedOn,
      diagnosed_precision: tumour.diagnosedPrecision,
      stage: tumourAtDiagnosis.broadStage,
      stage_group: tumourAtDiagnosis.stageGroup,
      stage_basis: tumourAtDiagnosis.classification,
      t: tumourAtDiagnosis.t,
      n: tumourAtDiagnosis.n,
      m: tumourAtDiagnosis.m,
      age: tumourAtDiagnosis.age,
      behaviour: tumourAtDiagnosis.behaviour,
      mode_of_detection: tumour.modeOfDetection,
      received_on: sql<string>`(least(${tumour.recordedAt}, ${firstReceived}) at time zone 'Asia/Shanghai')::date`,
      case_id: tumourAtDiagnosis.caseId,
    },
    (columns) =>
      query
        .select(columns)
        .from(tumour)
        .leftJoin(
          tumourAtDiagnosis,
          and(
            eq(tumourAtDiagnosis.patientId, tumour.patientId),
            eq(tumourAtDiagnosis.tumourId, tumour.id),
          ),
        )
        .where(eq(tumour.kind, 'PRIMARY')),
  ),
  patient: extract(
    'patient',
    {
      patient_id: patient.patientId,
      sex: patient.sex,
      born_on: patient.bornOn,
      born_precision: patient.bornPrecision,
      residence: patient.residenceCode,
      vital_status: patient.vitalStatus,
      died_on: patient.diedOn,
      died_precision: patient.diedPrecision,
      last_contact_on: patient.lastContactOn,
      cause: sql<string | null>`upper(left(${patient.causeOfDeathCode}, 3))`,
    },
    (columns) => query.select(columns).from(patient),
  ),
  same_person: extract(
    'same_person',
    { patient_id: sql<string>`s.patient_id`, person_id: sql<string>`s.person_id` },
    (columns) => query.select(columns).from(sql`(${samePerson}) s`),
  ),
  claimed_tumour: extract('claimed_tumour', { id: tumour.id, icd10: tumour.icd10 }, (columns) =>
    query
      .select(columns)
      .from(tumour)
      .where(
        sql`exists (select 1 from (${samePerson}) s where ${tumour.patientId} in (s.patient_id, s.person_id))`,
      ),
  ),
  institution: extract(
    'institution',
    {
      id: institution.id,
      code: institution.code,
      province: sql<string>`left(${institution.regionCode}, 2) || '0000'`,
      tier: institution.tier,
    },
    (columns) => query.select(columns).from(institution),
  ),
};
