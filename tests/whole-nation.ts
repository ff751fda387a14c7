import type { Database } from '@nodp/database';
import { testDatabase } from '@nodp/database/testing';
import { copyNation, nation } from '@nodp/nation';
import { judgeIndicatorsJob, renewTasksJob, surveyJob } from '@nodp/subgraph-patients/jobs';
import { switchRulesOfDemonstration } from '@nodp/subgraph-patients/rules';
import { putLabels } from '@nodp/subgraph-specimens/labels';
import postgres from 'postgres';
import { storage } from '../apps/gateway/src/nation-storage.ts';

export interface WholeNation {
  readonly database: Database;
  readonly sql: postgres.Sql;
  readonly identityKey: Uint8Array;
  /** The institution with the most patients. */
  readonly institution: string;
  end(): Promise<void>;
}

/** A database with records of every kind, and of each patient what few of the nation have: what people enter, find and decide. */
export const wholeNation = async (): Promise<WholeNation> => {
  const db = await testDatabase();
  const sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  const identityKey = new Uint8Array(32).fill(7);
  await copyNation(db.ownerUrl, nation({ patients: 1200 }), {
    identityKey,
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
  const [row] = await sql<{ id: string }[]>`
    select institution_id as id from basic.care_relationship group by 1 order by count(*) desc limit 1`;
  return {
    database: db.database,
    ...{ sql, identityKey },
    institution: row?.id as string,
    end: async () => {
      await sql.end();
      await db.end();
    },
  };
};
