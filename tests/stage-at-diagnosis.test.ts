import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNow } from '@nodp/database/jobs/run-now';
import { askerOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { recomputeJob, summariesOutdated } from '@nodp/subgraph-patients/jobs';
import { recomputeSummaries } from '@nodp/subgraph-patients/recompute';
import { buildRelease } from '@nodp/subgraph-research';
import { folderOf } from '@nodp/warehouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseExtracts } from '../apps/gateway/src/release-extracts.ts';
import { everyone, hospitals, principal } from './fixtures.ts';
import { bundle, cancer, patient, visit } from './intake/examples.ts';
import { type Setting, send, setUp } from './intake/setting.ts';
import { readParquet } from './release/parquet.ts';
import { group, of, scenarios } from './stage-scenarios.ts';

let db: Setting;
let folder: string;
beforeAll(async () => {
  db = await setUp();
  folder = await mkdtemp(join(tmpdir(), 'nodp-stage-'));
});
afterAll(async () => {
  await db.end();
  await rm(folder, { recursive: true });
});

test.each(scenarios)('%s', async (_, id, __, tell) => {
  await tell(db, id);
});

test('two hospitals of one patient: the stage one reports is that of both reports', async () => {
  const national = {
    identifier: [
      { use: 'official', system: 'urn:oid:2.16.156.10011.1.3', value: '11010519491231002X' },
    ],
    birthDate: '1949-12-31',
  };
  await db.send(
    bundle(
      'transaction',
      patient('both', national),
      cancer('both-c', 'urn:uuid:both'),
      group('both-1', 'urn:uuid:both', 'IIB', 'c', of('both-c')),
    ),
  );
  await db.database.session(principal('SYSTEM', hospitals.there), (session) =>
    send(
      session,
      bundle(
        'transaction',
        patient('theirs', national),
        cancer('both-c', 'urn:uuid:theirs', { onsetDateTime: '2019-04-11' }),
        group('t-1', 'urn:uuid:theirs', 'IIIA', 'p', of('both-c')),
        group('t-2', 'urn:uuid:theirs', 'IV', null),
        visit('t-v', 'urn:uuid:theirs'),
      ),
    ),
  );
  const { data } = await askerOf(patients, db.database)(
    everyone.CLINICIAN,
    `{ patients(filter: { stage: [STAGE_III], siteGroup: ["lung"] }) { edges { node {
      leadingTumour { broadStage } tumours { stageGroup institution { id } stageAtDiagnosis { why report { value institution { id } } } } } } } }`,
  );
  const found = data.patients.edges.filter(
    (e: { node: { tumours: unknown[] } }) => e.node.tumours.length === 2,
  );
  expect(found).toHaveLength(1);
  const [{ node }] = found;
  expect(node.leadingTumour.broadStage).toBe('STAGE_III');
  const [mine, theirs] = node.tumours;
  expect(mine.institution).not.toEqual(theirs.institution);
  for (const { stageGroup, stageAtDiagnosis } of node.tumours) {
    expect(stageGroup).toBe('IIIA');
    expect(stageAtDiagnosis.why).toEqual(['PATHOLOGICAL_FIRST']);
    expect(stageAtDiagnosis.report.institution).toEqual(theirs.institution);
  }
});

/** What the list, the page and the release each say of every scenario. */
const told = async () => {
  const ask = askerOf(patients, db.database);
  const said: Record<string, unknown> = {};
  const manifest = await buildRelease({ ownerUrl: db.ownerUrl, extracts: releaseExtracts, folder });
  const released = join(folder, folderOf(manifest.number));
  for (const [, id, { site, broad, group: of }] of scenarios) {
    const { data } = await ask(
      everyone.CLINICIAN,
      `query ($site: String!, $stage: BroadStage!) { patients(filter: { stage: [$stage], siteGroup: [$site] }) { edges { node {
        leadingTumour { broadStage stageGroup stageAtDiagnosis { group broadStage why missing } } } } } }`,
      { site, stage: broad },
    );
    const leading = data.patients.edges.map(
      (e: never) => (e as { node: { leadingTumour: object } }).node.leadingTumour,
    );
    const same = leading.filter(
      (l: { stageGroup: string | null; stageAtDiagnosis: { group: string | null } }) =>
        l.stageGroup === of && l.stageAtDiagnosis.group === of,
    );
    const cases = await readParquet(
      released,
      'cases',
      `where site_group = '${site}' and stage = '${broad}' and stage_group is not distinct from ${of === null ? 'null' : `'${of}'`}`,
    );
    said[id] = { listed: same, cases: cases.length };
  }
  return said as Record<
    string,
    {
      listed: { broadStage: string; stageAtDiagnosis: { why: string[]; missing: string[] } }[];
      cases: number;
    }
  >;
};

describe('the list, the page and the release', () => {
  test('say the same of each, and why', async () => {
    const said = await told();
    for (const [name, id, { broad, why, missing }] of scenarios) {
      const { listed, cases } = said[id] as (typeof said)[string];
      expect(listed.length, name).toBeGreaterThan(0);
      expect(cases, name).toBe(listed.length);
      for (const l of listed) expect(l.broadStage, name).toBe(broad);
      const reasons = listed.map((l) => l.stageAtDiagnosis);
      if (why !== undefined) expect(reasons, name).toContainEqual(expect.objectContaining({ why }));
      if (missing !== undefined)
        expect(reasons, name).toContainEqual(expect.objectContaining({ missing }));
    }
  }, 60_000);

  test('a recomputation of what an older version stored ends where intake ended, broken off or not', async () => {
    const stored = async () => ({
      tumours:
        await db.owner`select * from patients.tumour_at_diagnosis order by patient_id, tumour_id`,
      patients:
        await db.owner`select patient_id, leading_tumour_id, leading_site_group, leading_diagnosed_on, broad_stage,
        last_contact_on, vital_status from patients.patient order by 1`,
      listed:
        await db.owner`select institution_id, patient_id, diagnosed_on, site_group, broad_stage from patients.listed order by 1, 2`,
    });
    const before = await stored();
    expect(before.tumours.length).toBeGreaterThan(10);
    // As the version before left it: no row of a tumour's diagnosis, and what its SQL made of the stage.
    await db.owner`delete from patients.tumour_at_diagnosis`;
    await db.owner`update patients.patient set broad_stage = 'STAGE_0', leading_tumour_id = null`;

    const stop = new AbortController();
    const broken = recomputeSummaries(db.ownerUrl, {
      batch: 3,
      signal: stop.signal,
      onProgress: ({ patients: done }) => done >= 6 && stop.abort(),
    });
    await expect(broken).rejects.toThrow();
    const progress: number[] = [];
    const rest = await recomputeSummaries(db.ownerUrl, {
      batch: 3,
      onProgress: ({ patients: done }) => progress.push(done),
    });
    expect(progress[0]).toBe(9);
    expect(progress.at(-1)).toBe(before.patients.length);
    expect(rest).toBe(before.patients.length - 6);
    expect(await stored()).toEqual(before);

    expect(await recomputeSummaries(db.ownerUrl)).toBe(0);
    expect(await summariesOutdated(db.ownerUrl)).toBe(false);
    await db.owner`update patients.tumour_at_diagnosis set rule_version = 0, broad_stage = 'STAGE_0'`;
    await db.owner`update patients.recomputation set finished_at = null, after = null, patients = 0`;
    expect(await summariesOutdated(db.ownerUrl)).toBe(true);
    const run = (parameters: object) =>
      runNow(db.ownerUrl, recomputeJob(db.ownerUrl), {
        parameters: { ...parameters },
        signal: new AbortController().signal,
        onProgress: () => {},
        onError: (error) => {
          throw error;
        },
      });
    expect(await run({})).toEqual({ patients: before.patients.length });
    expect(await stored()).toEqual(before);
    expect(await run({})).toEqual({ patients: 0 });
    expect(await run({ again: true })).toEqual({ patients: before.patients.length });
    expect(await stored()).toEqual(before);
    const jobs = await db.owner`select kind, state, step, share from basic.job order by id`;
    expect(jobs.map(({ kind, state, share }) => [kind, state, share])).toEqual(
      Array.from({ length: 3 }, () => ['recompute', 'DONE', 1]),
    );
  });
});

test('nobody writes a stage at diagnosis but the rules', async () => {
  await db.database.session(everyone.SYSTEM, async (session) => {
    const write = (text: string) => session.run({ text, bind: () => [] });
    await expect(
      write(`insert into patients.tumour_at_diagnosis (patient_id, tumour_id, broad_stage, tnm, explanation, rule_version)
        values (gen_random_uuid(), gen_random_uuid(), 'STAGE_I', '', '{}', 1)`),
    ).rejects.toMatchObject({ code: '42501' });
    expect(
      await write(`update patients.tumour_at_diagnosis set broad_stage = 'STAGE_I' returning 1`),
    ).toEqual([]);
    expect(await write('delete from patients.tumour_at_diagnosis returning 1')).toEqual([]);
    // The institution neither reads nor writes rows of a patient whom it does not care for.
    expect(await write(`select * from patients.reports_of(array[gen_random_uuid()])`)).toEqual([]);
  });
  await db.database.session(everyone.CLINICIAN, async (session) => {
    await expect(
      session.run({ text: `select patients.put_summaries('[]')`, bind: () => [] }),
    ).rejects.toMatchObject({ code: '42501' });
  });
  await db.database.session(principal('CLINICIAN', hospitals.there), async (session) => {
    const rows = await session.run<{ n: number }>({
      text: 'select count(distinct patient_id)::int as n from patients.tumour_at_diagnosis',
      bind: () => [],
    });
    expect(rows).toEqual([{ n: 1 }]);
  });
});
