import { contentHash } from '@nodp/database';
import type { RecordOf } from '@nodp/record';
import { kinds } from '@nodp/subgraph-patients/kinds';
import { expect, test } from 'vitest';
import { databaseBefore } from './older-database.ts';

const [patientId, institutionId, submissionId] = Array.from({ length: 3 }, () =>
  crypto.randomUUID(),
) as [string, string, string];

const record = (id: string, more: Partial<RecordOf<'stage'>>): RecordOf<'stage'> => ({
  kind: 'stage',
  source: { type: 'Observation', id, entry: '' },
  patient: 'p',
  tumour: 'Condition/1',
  axis: 'group',
  classification: 'p',
  value: 'IIIA',
  system: 'AJCC 8',
  sent: { system: 'http://snomed.info/sct', code: '261638004', display: 'Stage 3A' },
  assessed: { date: '2024-02-29', precision: 'day' },
  ...more,
});

/** Whatever JSON writes in a way of its own. */
const written = '"ⅢA期" \\ / \b\f\n\r\t\u0001\u001f\u007f\u2028 𠮷 😀 é';
const nothing = { system: null, code: null, display: null };

/** A stage and what was stored of it before as its group without subdivisions. */
const stages = [
  { record: record('1', {}), broad: 'STAGE_III' },
  { record: record('2', { axis: 'T', value: 'T2', tumour: null, classification: null }) },
  {
    record: record('3', {
      value: written,
      sent: { ...nothing, display: written },
      system: written,
      assessed: null,
    }),
  },
  { record: record('4', { sent: nothing, assessed: { date: '2019-01-01', precision: 'year' } }) },
];

const rowOf = (stage: RecordOf<'stage'>) => {
  const row = kinds.stage.mapping?.row({
    record: stage,
    id: crypto.randomUUID(),
    patientId,
    institutionId,
    submissionId,
    recordedAt: '2026-01-01T00:00:00Z',
  });
  if (row === undefined) throw new Error('A stage is a row of one table.');
  return row;
};

/** The hash as the version before took it: with the group without subdivisions behind the value. */
const hashBefore = (stage: RecordOf<'stage'>, broadStage: string | null): string => {
  const { patientId, id, institutionId, sourceType, sourceId, ...rest } = rowOf(stage);
  const { contentHash: now, submissionId, recordedAt, ...content } = rest;
  expect(contentHash(content)).toBe(now);
  const { tumourSourceId, axis, classification, value, ...later } = content;
  return contentHash({ tumourSourceId, axis, classification, value, broadStage, ...later });
};

test('a stage stored with its group is the same stage without it: sent again, it is unchanged', async () => {
  await using db = await databaseBefore('stage-as-reported');
  const { sql } = db;
  const insert = (stage: RecordOf<'stage'>, broad: string | null, hash: string) => {
    const row = rowOf(stage);
    return sql`insert into patients.stage ${sql({
      patient_id: patientId,
      id: row.id as string,
      institution_id: institutionId,
      source_type: 'Observation',
      source_id: stage.source.id,
      content_hash: hash,
      submission_id: submissionId,
      tumour_source_id: stage.tumour,
      axis: stage.axis,
      classification: stage.classification,
      value: stage.value,
      broad_stage: broad,
      system: stage.system,
      sent_system: stage.sent.system,
      sent_code: stage.sent.code,
      sent_display: stage.sent.display,
      assessed_on: stage.assessed?.date ?? null,
      assessed_precision: stage.assessed?.precision ?? null,
    })}`;
  };
  for (const { record: stage, broad = null } of stages) {
    await insert(stage, broad, hashBefore(stage, broad));
  }
  // What was stored by hand has no hash that could be taken anew.
  await insert(record('5', {}), null, 'another');

  await db.migrate();
  const rows = await sql`select source_id, content_hash from patients.stage order by source_id`;
  expect(rows.map((row) => row.content_hash)).toEqual([
    ...stages.map(({ record: stage }) => rowOf(stage).contentHash),
    'another',
  ]);
  const [previous] = await sql`select count(*)::int as n from basic.previous_version`;
  expect(previous?.n).toBe(0);
  // The previous version of a correction is retained as before.
  await sql`update patients.stage set value = 'IIIB', content_hash = 'new' where source_id = '1'`;
  const [retained] = await sql`select content ->> 'value' as value from basic.previous_version`;
  expect(retained?.value).toBe('IIIA');
});
