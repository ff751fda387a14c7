import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, hospitals, principal } from '../fixtures.ts';
import { bundle, cancer, haemoglobin, patient } from './examples.ts';
import { type Setting, setUp } from './setting.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

const day = (ago: number): string =>
  new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

test('what a submission holds is counted once, as it is closed, by type, reason and lag', async () => {
  const sent = bundle(
    'batch',
    patient('t1', { birthDate: '1960-01-01' }),
    cancer('t1-c', 'urn:uuid:t1', { onsetDateTime: day(20) }),
    haemoglobin('t1-a', 'urn:uuid:t1', 13, day(3)),
    haemoglobin('t1-b', 'urn:uuid:t1', 13, day(400)),
    haemoglobin('t1-x', 'urn:uuid:t1', 145.5, day(3)),
    cancer('t1-d', 'Patient/nobody'),
  );
  await db.send(sent);
  const types = await db.owner`select resource_type as type, created, unchanged, held, refused,
    within_7, within_30, later from basic.intake_tally order by 1`;
  expect(types).toMatchObject([
    { type: 'Condition', created: 1, held: 0, refused: 1, within_30: 1 },
    { type: 'Observation', created: 2, held: 1, refused: 0, within_7: 1, later: 1 },
    { type: 'Patient', created: 1, unchanged: 0 },
  ]);
  const reasons =
    await db.owner`select outcome, reason, records, example ->> 'where' as "where" from basic.reason_tally order by 1, 2`;
  expect(reasons).toEqual([
    {
      outcome: 'held',
      reason: 'laboratory-impossible',
      records: 1,
      where: 'Bundle.entry[4].resource.valueQuantity',
    },
    {
      outcome: 'refused',
      reason: 'not-found',
      records: 1,
      where: 'Bundle.entry[5].resource.subject',
    },
  ]);
  const completeness = await db.owner`select site_group, tumours, morphology, basis,
    diagnosed_to_day as "toDay", stage from basic.completeness_tally`;
  expect(completeness).toEqual(
    [
      {
        siteGroup: undefined,
        site_group: 'lung',
        tumours: 1,
        morphology: 0,
        basis: 0,
        toDay: 1,
        stage: 0,
      },
    ].map(({ siteGroup: _, ...row }) => row),
  );
});

test('sent again by four at once nothing is lost of the counts', async () => {
  const again = bundle('batch', patient('t1', { birthDate: '1960-01-01' }));
  await Promise.all(Array.from({ length: 12 }, () => db.send(again)));
  const [row] =
    await db.owner`select created, updated, unchanged from basic.intake_tally where resource_type = 'Patient'`;
  expect((row?.created ?? 0) + (row?.updated ?? 0) + (row?.unchanged ?? 0)).toBe(13);
});

test('the national data manager sees every institution’s tallies, an institution’s its own, others none', async () => {
  const { sqlStatement } = await import('@nodp/database');
  const { sql } = await import('drizzle-orm');
  const count = sqlStatement<{ n: number }>(sql`select count(*)::int as n from basic.intake_tally`);
  const seen = async (who: Parameters<typeof db.database.session>[0]) =>
    (await db.database.session(who, (session) => session.run(count)))[0]?.n;
  expect(await seen(everyone.DATA_MANAGER)).toBe(3);
  expect(await seen(principal('DATA_MANAGER', null))).toBe(3);
  expect(await seen(principal('DATA_MANAGER', hospitals.there))).toBe(0);
  expect(await seen(everyone.CLINICIAN)).toBe(0);
  expect(await seen(everyone.POLICYMAKER)).toBe(0);
});
