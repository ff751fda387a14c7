import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancer, haemoglobin, patient } from './examples.ts';
import { type Setting, setUp } from './setting.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
  await db.send(patient('t'));
});
afterAll(() => db.end());

test('a day without a zone is that day where the institution is', async () => {
  await db.send(haemoglobin('day', 'Patient/t', 12, '2020-03-01'));
  await db.send(haemoglobin('instant', 'Patient/t', 12, '2020-03-01T23:30:00Z'));
  const rows = await db.owner`
    select source_id as id, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at
    from patients.observation order by 1`;
  expect(rows.map((r) => [r.id, r.at])).toEqual([
    ['day', '2020-03-01 00:00'],
    ['instant', '2020-03-02 07:30'],
  ]);
});

test('an instant is of the day that it was there', async () => {
  await db.send(cancer('c', 'Patient/t', { onsetDateTime: '2020-02-29T16:00:00Z' }));
  const [tumour] =
    await db.owner`select diagnosed_on::text as on from patients.tumour where source_id = 'c'`;
  expect(tumour?.on).toBe('2020-03-01');
});
