import { join } from 'node:path';
import { folderOf } from '@nodp/warehouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readParquet } from './parquet.ts';
import { clinicalPool, idOf, there } from './pool.ts';
import { type Setting, setUp } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await setUp();
  const pool = clinicalPool(setting.sql);
  const person = { sex: 'MALE', born_on: '1955-05-05', born_precision: 'day' };
  const lung = {
    kind: 'PRIMARY',
    diagnosed_precision: 'day',
    site_group: 'lung',
    icd10: 'C34.1',
    topography: 'C34.1',
    morphology: '8140/3',
  };
  await pool.patient('Known', { ...person, last_contact_on: '2021-01-01' });
  await pool.tumour('Known', { ...lung, diagnosed_on: '2019-04-01' });
  // The other hospital's patient is the same person: one cancer of the two reports, and a death that it alone reports.
  await pool.patient('Claimant', {
    ...person,
    institution_id: there,
    vital_status: 'DEAD',
    died_on: '2021-06-01',
    died_precision: 'day',
  });
  await pool.tumour('Claimant', { ...lung, institution_id: there, diagnosed_on: '2019-05-01' });
  await pool.summarise();
});
afterAll(() => setting.end());

const claim = (state: string) => setting.sql`
  insert into patients.identity_claim (institution_id, patient_id, target_id, account_id, state)
  values (${there}, ${idOf('Claimant')}, ${idOf('Known')}, 'system', ${state})
  on conflict (institution_id, patient_id, target_id) do update set state = excluded.state`;
const counts = async () => {
  const { persons, cases } = await setting.build();
  return { persons, cases };
};

test('a claim that waits is one person of research, whoever reads whose record; what was declined or parted is two', async () => {
  const { persons, cases } = await counts();
  for (const state of ['DECLINED', 'PARTED', 'WITHDRAWN']) {
    await claim(state);
    expect([state, await counts()]).toEqual([state, { persons, cases }]);
  }
  await claim('WAITING');
  const manifest = await setting.build();
  expect([manifest.persons, manifest.cases]).toEqual([persons - 1, cases - 1]);
  const released = join(setting.folder, folderOf(manifest.number));
  const [one] = await readParquet(
    released,
    'cases',
    `where diagnosis_year = 2019 and site_group = 'lung'`,
  );
  expect(one).toMatchObject({ institutions: 2, diagnosis_month: 4, died: true, only_case: true });
});
