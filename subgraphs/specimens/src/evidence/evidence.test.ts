import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { shippedEvidence } from '@nodp/oncology';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { specimens } from '../index.ts';
import { putEvidence } from './put-evidence.ts';

let db: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await db.end();
});

const HEADING = [
  'evidence_id',
  'molecular_profile',
  'disease',
  'doid',
  'therapies',
  'therapy_interaction_type',
  'evidence_type',
  'evidence_direction',
  'evidence_level',
  'significance',
  'evidence_status',
  'is_flagged',
];

/** The shipped items as a nightly export would hold them, but for a change. */
const exported = (change: (items: ReturnType<typeof shippedEvidence>) => object[]): string =>
  [
    HEADING.join('\t'),
    ...change(shippedEvidence()).map((given) => {
      const item = given as ReturnType<typeof shippedEvidence>[number];
      return [
        item.id,
        item.profile,
        item.disease,
        item.doid,
        item.therapies.join(','),
        item.interaction ?? '',
        'Predictive',
        item.direction,
        item.level,
        item.significance,
        'accepted',
        'false',
      ].join('\t');
    }),
  ].join('\n');

test('a newer file is in force, with what came, went and changed; the same file again is nothing', async () => {
  const text = exported((items) => [
    ...items
      .slice(1)
      .map((item) => (item.id === 229 ? { ...item, direction: 'Does Not Support' } : item)),
    { ...items[1], id: 99_999, profile: 'KRAS G12Y' },
  ]);
  const put = await putEvidence(sql, text, '2026-11-01', 'tester');
  expect(put.unchanged).toBe(false);
  expect(put.changes.came.map(({ id }) => id)).toEqual([99_999]);
  expect(put.changes.went.map(({ id }) => id)).toEqual([shippedEvidence()[0]?.id]);
  expect(put.changes.changed.map(({ after }) => after.id)).toEqual([229]);
  expect(await putEvidence(sql, text, '2026-11-02', 'tester')).toMatchObject({ unchanged: true });

  const ask = askerOf(specimens, db.database);
  const { data, messages } = await ask(
    principalOf('DATA_MANAGER', '01900000-0000-7000-8000-000000000001'),
    `{ evidenceSets { asOf items since loadedBy inForce cameCount wentCount changedCount
       changed { evidenceId says said } came { evidenceId profile } } }`,
  );
  expect(messages).toEqual([]);
  expect(data.evidenceSets).toEqual([
    expect.objectContaining({
      asOf: '2026-11-01',
      inForce: true,
      loadedBy: 'tester',
      cameCount: 1,
      wentCount: 1,
      changedCount: 1,
      changed: [
        expect.objectContaining({
          evidenceId: 'EID229',
          says: expect.stringContaining('Does Not Support'),
          said: expect.stringContaining('Supports'),
        }),
      ],
      came: [{ evidenceId: 'EID99999', profile: 'KRAS G12Y' }],
    }),
    expect.objectContaining({ since: null, inForce: false, cameCount: 0 }),
  ]);
});

test('a file with less than half of what is in force is a broken download', async () => {
  const text = exported((items) => items.slice(0, 100));
  await expect(putEvidence(sql, text, '2026-11-03', 'tester')).rejects.toThrow('less than half');
  await expect(putEvidence(sql, 'x\ty', '2026-11-03', 'tester')).rejects.toThrow('no column');
});
