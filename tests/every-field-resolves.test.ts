import { readFileSync } from 'node:fs';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { everyFieldOf, fieldsWithValue } from '@nodp/graph/testing';
import { copyNation, nation } from '@nodp/nation';
import { judgeIndicatorsJob, renewTasksJob, surveyJob } from '@nodp/subgraph-patients/jobs';
import { switchRulesOfDemonstration } from '@nodp/subgraph-patients/rules';
import { putLabels } from '@nodp/subgraph-specimens/labels';
import { buildASTSchema, parse } from 'graphql';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../apps/gateway/src/configuration.ts';
import { storage } from '../apps/gateway/src/nation-storage.ts';
import { everyone } from './fixtures.ts';
import { wholeGraph } from './whole-graph.ts';

/**
 * A field of a record has a column of its name or a resolver. The compiler sees neither the one nor the other missing, so
 * every field of every record is asked for, over records of every kind.
 */
const schema = buildASTSchema(parse(readFileSync(`${root}/supergraph.graphql`, 'utf8')), {
  assumeValid: true,
});

/** What a patient leads to and is no part of a record; who audits sees the patient of a case as such. */
const beyond = new Set([
  'Article',
  'ArticleConnection',
  'AuditedPatient',
  'BoardCase',
  'Institution',
  // Of the follow-up coordinator alone (`tests/messages.test.ts`).
  'Message',
  'Patient',
  'PatientNote',
  'NoteFile',
  // Entered by people (`tests/referrals.test.ts`).
  'Referral',
  'Task',
]);

/** Fields of which no record of the nation has a value. */
const NOT_IN_THE_NATION = new Set([
  // Of who died under a plan (`tests/messages.test.ts`).
  'FollowupPlan.closedAt',
  // Entered by people (`tests/contact-outcomes.test.ts`).
  'ContactOutcome.id',
  'ContactOutcome.outcome',
  'ContactOutcome.on',
  'ContactOutcome.note',
  'ContactOutcome.nextOn',
  'ContactOutcome.enteredBy',
  'ContactOutcome.enteredAt',
  'ContactOutcome.own',
  'ContactOutcome.takenBackBy',
  'ContactOutcome.takenBackAt',
  // Of a lesion that a volume names and that was seen before it, as few of the patients read have one (`tests/lesion-entry.test.ts`).
  'FirstFailure.on',
  'IrradiatedLesion.best',
  'IrradiatedLesion.controlledUntil',
  'IrradiatedLesion.failedOn',
  'IrradiatedLesionVisit.change',
  'IrradiatedLesionVisit.date',
  'IrradiatedLesionVisit.early',
  'IrradiatedLesionVisit.response',
  'IrradiatedLesionVisit.weeksAfter',
  // Of two programmes alone, as few of the patients read are in (`tests/screening.test.ts`).
  'ScreeningStanding.due',
  'Biomarker.amount',
  'Comorbidity.abatedOn',
  // Of access without a care relationship alone (`tests/attacks/records/break-glass.test.ts`).
  'EmergencyAccess.reason',
  'EmergencyAccess.until',
  'ImagingReport.text',
  'LaboratoryPoint.comparator',
  'LaboratoryPoint.digits',
  'LaboratoryPoint.notFinal',
  'Patient.emergencyAccess',
  'Quantity.comparator',
  'Quantity.digits',
  // Of a rise that waits for its repetition (`tests/surveillance.test.ts`).
  'MarkerCourse.repeatBy',
  'RadiotherapyVolume.fractionsPerDay',
  'RadiotherapyVolume.volumeType',
  // Of lymphoma, and of lesions that were equivocal first (RECIST's cases).
  'ResponseAssessment.notApplicable',
  'ResponseTimepoint.progressedOn',
  'Treatment.regimen',
  'Treatment.tumour',
  'Tumour.grade',
  'Tumour.laterality',
  'GenomicTest.region',
  // Of evidence that goes by a gene which was not tested, as few of the patients read have it (rule of CIViC's cases).
  'UndecidedEvidence.drugs',
  'UndecidedEvidence.evidenceId',
  'UndecidedEvidence.names',
  'UndecidedEvidence.open',
  'UndecidedEvidence.profile',
]);

let db: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  await copyNation(db.ownerUrl, nation({ patients: 1200 }), {
    identityKey: new Uint8Array(32).fill(7),
    storage,
  });
  // Stages that contradict themselves are one of a hundred in the nation.
  await sql`update patients.stage set value = 'IVB' where axis = 'group' and classification = 'c'`;
  // Alerts and indicators of the nation, as a start's jobs find them, and of one patient in two acted upon.
  await switchRulesOfDemonstration(sql);
  for (const job of [
    surveyJob(db.ownerUrl),
    judgeIndicatorsJob(db.ownerUrl),
    renewTasksJob(db.ownerUrl),
  ])
    await job.run({
      parameters: {},
      attempt: 1,
      signal: new AbortController().signal,
      progress: async () => {},
    } as never);
  // Few of the patients read are in a programme, and few opt out.
  await sql`update followup.screening set declined_on = invited_on, declined_precision = 'day' where invited_on is not null`;
  // Which patients are read first is chance: each has one that somebody acted upon.
  await sql`insert into patients.recurrence_alert (patient_id, id, marker, rule_id, rule_version, state, rose_on, from_on, from_value,
      to_on, to_value, unit, last_on, explanation, could_be, next, acted_by, acted_at, reason)
    select patient_id, gen_random_uuid(), 'CEA', 'cea-ceawatch', 1, 'EXPLAINED', '2026-01-01', '2025-01-01', 2, '2026-01-01', 4, 'ng/mL',
      '2026-01-01', '[{"en": "x", "zh": "x"}]', '[{"en": "x", "zh": "x"}]', '{"en": "x", "zh": "x"}', 'x', now(), 'x'
    from patients.patient`;
  // Few of the nation's stages are set aside.
  await sql`
    update patients.tumour_at_diagnosis set explanation = jsonb_set(explanation, '{setAside}',
      jsonb_build_array(jsonb_build_object('reportId', gen_random_uuid(), 'because', 'after-treatment')))`;
  // Few courses of radiotherapy are interrupted.
  await sql`
    update patients.radiotherapy_volume set interruptions =
      '[{"from": "2024-03-04", "to": "2024-03-06", "reason": "急性放射反应"}]'::jsonb`;
  // Few of the nation have a variant, and none has all that a variant may say.
  await sql`
    insert into specimens.variant (patient_id, id, institution_id, source_type, source_id, content_hash, submission_id,
      system, code, display, partner_display, variant_kind, presence, protein, coding, genomic, transcript, name, copy_number,
      allele_fraction, origin, method_display, specimen_source_id, tested_on, tested_precision)
    select t.patient_id, gen_random_uuid(), t.institution_id, 'Observation', 'all of ' || t.source_id || s.source_id, 'x', t.submission_id,
      'http://www.genenames.org/geneId', 'HGNC:3236', 'EGFR', 'RAD51', 'fusion', 'present', 'p.Leu858Arg', 'c.2573T>G', 'g.1A>G',
      'NM_005228.5', 'EGFR::RAD51', 4, 0.2, 'somatic', 'NGS', s.source_id, t.tested_on, t.tested_precision
    from specimens.genomic_test t join specimens.specimen s using (patient_id, institution_id)`;
  // Nothing of the nation is entered on the page, and its hospitals say no more of a lesion than they have to.
  await sql`
    insert into imaging.lesion_entry (patient_id, id, lesion_id, institution_id, change, lesion, role, state, organ_display, site, node,
      field_position, measured_on, measured_precision, tenths, slice_tenths, measured_by, note, tumour_id, entered_by)
    select l.patient_id, gen_random_uuid(), gen_random_uuid(), l.institution_id, 'ENTERED', l.lesion, l.role, l.state, l.organ_display,
      '右叶', l.node, 'IN_FIELD', l.measured_on, 'day', l.tenths, 50, '甲医师', '边界清', t.id, 'x'
    from imaging.lesion l join patients.tumour t using (patient_id, institution_id) where t.kind = 'PRIMARY'`;
  // Nobody of the nation is asked for symptoms.
  await sql`
    insert into followup.questionnaire (patient_id, id, institution_id, token_hash, terms, state, made_by, expires_at, last_saved_at, ended_at)
    select distinct on (patient_id) patient_id, gen_random_uuid(), institution_id, sha256(convert_to(patient_id::text, 'UTF8')),
      array[48]::smallint[], 'COMPLETED', 'x', now(), now(), now() from basic.care_relationship order by patient_id`;
  await sql`
    insert into followup.symptom_answer (patient_id, questionnaire_id, term, answers, grade, rule_version)
    select patient_id, id, 48, array[4, 4, 4]::smallint[], 3, 1 from followup.questionnaire`;
  await sql`
    insert into followup.symptom_alert (patient_id, id, questionnaire_id, term, because, grade, from_grade, rule_version, state, acted_by,
      acted_at, reason)
    select patient_id, gen_random_uuid(), id, 48, 'COMPOSITE_3', 3, 1, 1, 'ACTED', 'x', now(), 'x' from followup.questionnaire`;
  // The platform ships no labels: an operator's set of what is recommended for the variant above.
  const labels = ['Osimertinib', 'Gefitinib', 'Erlotinib', 'Afatinib', 'Dacomitinib'].map(
    (drug) => `${drug},NMPA,晚期非小细胞肺癌,EGFR,2021-08-12,https://example.org/label`,
  );
  const file = ['drug,authority,indication,biomarker,date,source_url', ...labels].join('\n');
  await putLabels(sql, file, '2026-11-01', 'x');
}, 120_000);
afterAll(async () => {
  await sql.end();
  await db.end();
});

test('every field of a patient’s records resolves, of every type', async () => {
  const [row] = await sql`
    select institution_id as id from basic.care_relationship group by 1 order by count(*) desc limit 1`;
  const principal = { ...everyone.CLINICIAN, institutionId: row?.id as string };
  const ask = await wholeGraph({ database: db.database, identityKey: new Uint8Array(32).fill(7) });
  const { selection, asked } = everyFieldOf(schema, 'Patient', beyond);
  const query = `{ patients(first: 50) { edges { node ${selection} } } }`;
  const { data, codes } = await ask(principal, query);
  expect(codes).toEqual([]);
  const met = fieldsWithValue(data);
  expect(asked.size).toBeGreaterThan(150);
  const never = [...asked].filter((field) => !met.has(field) && !NOT_IN_THE_NATION.has(field));
  expect(never).toEqual([]);
});
