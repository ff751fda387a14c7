import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askerOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { recomputeSummaries } from '@nodp/subgraph-patients/recompute';
import { buildRelease } from '@nodp/subgraph-research';
import { folderOf } from '@nodp/warehouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseExtracts } from '../apps/gateway/src/release-extracts.ts';
import { everyone, hospitals, principal } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { type Setting, send, setUp } from './intake/setting.ts';
import { readParquet } from './release/parquet.ts';

const SNOMED = 'http://snomed.info/sct';
const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';

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

const lymphoma = {
  coding: [{ system: SNOMED, code: '254372002', display: 'Ann Arbor lymphoma staging system' }],
};
const stageIV = {
  coding: [{ system: SNOMED, code: '2640006', display: 'Clinical stage IV' }],
  text: 'Stage IV',
};

/** A stage group as an Observation: `c` clinical, `p` pathological, null unsaid. */
const group = (
  id: string,
  subject: string,
  value: string,
  classification: 'c' | 'p' | null,
  more: object = {},
) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: subject },
  code: {
    coding: [
      {
        system: 'http://loinc.org',
        code: { c: '21908-9', p: '21902-2', none: '21914-7' }[classification ?? 'none'],
      },
    ],
  },
  valueCodeableConcept: { coding: [{ system: 'http://cancerstaging.org', code: value }] },
  ...more,
});

const at = (effectiveDateTime: string) => ({ effectiveDateTime });
const of = (tumour: string) => ({ focus: [{ reference: `urn:uuid:${tumour}` }] });

interface Expected {
  readonly site: string;
  readonly broad: string;
  readonly group: string | null;
  readonly why?: readonly string[];
  readonly missing?: readonly string[];
}

/** Sends what a hospital says of a patient; keys carry the patient's, since all live in one database. */
const say = (id: string, ...resources: readonly object[]) =>
  db.send(bundle('transaction', patient(id), ...(resources as never[])));

const scenarios: readonly (readonly [
  string,
  string,
  Expected,
  (id: string) => Promise<unknown>,
])[] = [
  [
    'a lymphoma by Ann Arbor',
    'nhl',
    { site: 'non-hodgkin-lymphoma', broad: 'STAGE_IV', group: 'IV', why: ['ONLY_ONE'] },
    (id) =>
      say(
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`, {
          code: { coding: [{ system: ICD_10, code: 'C83.3' }] },
          stage: [{ summary: stageIV, type: lymphoma }],
        }),
      ),
  ],
  [
    'a cervix by FIGO',
    'figo',
    { site: 'cervix', broad: 'STAGE_IV', group: 'IV' },
    (id) =>
      say(
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`, {
          code: { coding: [{ system: ICD_10, code: 'C53.9' }] },
          stage: [{ summary: stageIV, type: { text: 'FIGO 2018' } }],
        }),
      ),
  ],
  [
    'the pathologist before the clinic, whatever the dates',
    'pc',
    { site: 'lung', broad: 'STAGE_I', group: 'IB', why: ['PATHOLOGICAL_FIRST'] },
    (id) =>
      say(
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`),
        group(`${id}-1`, `urn:uuid:${id}`, 'IIIA', 'c', { ...at('2019-03-02'), ...of(`${id}-c`) }),
        group(`${id}-2`, `urn:uuid:${id}`, 'IB', 'p', { ...at('2019-04-02'), ...of(`${id}-c`) }),
      ),
  ],
  [
    'undated comes after dated, and the earliest first',
    'dates',
    { site: 'lung', broad: 'STAGE_II', group: 'IIB', why: ['DATED_FIRST', 'EARLIEST'] },
    (id) =>
      say(
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`),
        group(`${id}-1`, `urn:uuid:${id}`, 'IV', 'c', of(`${id}-c`)),
        group(`${id}-2`, `urn:uuid:${id}`, 'IIIA', 'c', { ...at('2019-05'), ...of(`${id}-c`) }),
        group(`${id}-3`, `urn:uuid:${id}`, 'IIB', 'c', { ...at('2019-03-09'), ...of(`${id}-c`) }),
      ),
  ],
  [
    'a stage that names no tumour, of one primary',
    'unsaid',
    { site: 'lung', broad: 'STAGE_III', group: 'IIIC' },
    (id) =>
      say(
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`),
        group(`${id}-1`, `urn:uuid:${id}`, 'IIIC', null, at('2019-03-09')),
      ),
  ],
  [
    'a stage that names no tumour, of two',
    'two',
    { site: 'stomach', broad: 'UNKNOWN', group: null, missing: ['NO_STAGE', 'TUMOUR_NOT_NAMED'] },
    (id) =>
      say(
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`, {
          onsetDateTime: '2015-01-02',
          code: { coding: [{ system: ICD_10, code: 'C50.9' }] },
        }),
        cancer(`${id}-d`, `urn:uuid:${id}`, {
          onsetDateTime: '2019-01-02',
          code: { coding: [{ system: ICD_10, code: 'C16.9' }] },
        }),
        group(`${id}-1`, `urn:uuid:${id}`, 'IIIC', null, at('2019-03-09')),
      ),
  ],
  [
    'unknown, though pathological, where another is known',
    'unknown',
    { site: 'lung', broad: 'STAGE_II', group: 'IIA' },
    (id) =>
      say(
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`),
        group(`${id}-1`, `urn:uuid:${id}`, 'unknown', 'p', {
          ...at('2019-03-02'),
          ...of(`${id}-c`),
        }),
        group(`${id}-2`, `urn:uuid:${id}`, 'IIA', 'c', of(`${id}-c`)),
      ),
  ],
  [
    'a stage sent before the tumour it names, and then the tumour',
    'later',
    { site: 'lung', broad: 'STAGE_II', group: 'IIA' },
    async (id) => {
      await say(
        id,
        group(`${id}-1`, `urn:uuid:${id}`, 'IIA', 'c', {
          focus: [{ reference: `Condition/${id}-c` }],
        }),
      );
      await db.send(cancer(`${id}-c`, `Patient/${id}`));
    },
  ],
  [
    'a stage that is taken back',
    'back',
    { site: 'lung', broad: 'UNKNOWN', group: null, missing: ['NO_STAGE'] },
    async (id) => {
      await say(
        id,
        cancer(`${id}-c`, `urn:uuid:${id}`),
        group(`${id}-1`, `urn:uuid:${id}`, 'IV', 'c'),
      );
      await db.send(group(`${id}-1`, `Patient/${id}`, 'IV', 'c', { status: 'entered-in-error' }));
    },
  ],
];

test.each(scenarios)('%s', async (_, id, __, tell) => {
  await tell(id);
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
    expect(await recomputeSummaries(db.ownerUrl, { again: true })).toBe(before.patients.length);
    expect(await stored()).toEqual(before);
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
    // Of a patient of whom the institution knows nothing, neither reading nor writing does anything.
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
