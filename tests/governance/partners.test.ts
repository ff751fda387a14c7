import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StudyContent, StudyDesign } from '@nodp/cohorts';
import { testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { research } from '@nodp/subgraph-research';
import { createReleases, folderOf } from '@nodp/warehouse';
import { randomRows, writeRelease } from '@nodp/warehouse/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';

const anna = { ...principalOf('RESEARCHER', null), accountId: 'anna' };
const bert = { ...anna, accountId: 'bert' };
const carl = { ...principalOf('DATA_MANAGER', null), accountId: 'carl' };
const dora = { ...carl, accountId: 'dora' };
const ofHospital = principalOf('DATA_MANAGER', '01900000-0000-7000-8000-000000000001');
const project = '01900000-0000-7000-8000-00000000000a';

/** An installation of its own: database, releases, secrets. */
const installation = async (seed: number, releases: number) => {
  const db = await testDatabase();
  const sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  const folder = await mkdtemp(join(tmpdir(), 'nodp-nation-'));
  for (let number = 1; number <= releases; number++) {
    const path = join(folder, folderOf(number));
    await mkdir(path);
    await writeRelease(path, randomRows(seed + number, 3000));
    await sql`insert into research.release (number, built_at, built_by, persons, cases, checksum, vocabulary, closing)
      values (${number}, now(), 'test', 3000, 3000, ${`${seed}`.repeat(62) + number}, 'test', '2025-12-31')`;
  }
  await sql`insert into research.project (id, title, owner_id, owner_name, members, state)
    values (${project}, 'Women and men', 'anna', '{"en":"Anna","zh":"安娜"}', '{}', 'ACTIVE')`;
  await sql`insert into research.project_grant (project_id, elements, releases, sites, conditions, counts_per_day, until, closed)
    values (${project}, '[]', '{1}', '{}', '', 50000, current_date + 30, false)`;
  const opened = createReleases({ folder });
  const ask = askerOf(research, db.database, undefined, { releases: opened });
  const done = async (who: typeof anna, query: string, variables: Record<string, unknown> = {}) => {
    const { data, messages } = await ask(who, query, variables);
    expect(messages).toEqual([]);
    return data;
  };
  const end = async () => {
    await opened.close();
    await sql.end();
    await db.end();
    await rm(folder, { recursive: true });
  };
  return { sql, ask, done, end };
};
let [here, there]: Awaited<ReturnType<typeof installation>>[] = [];
beforeAll(async () => {
  here = await installation(1, 2);
  there = await installation(5, 1);
});
afterAll(async () => {
  await here?.end();
  await there?.end();
});
const both = () => {
  if (here === undefined || there === undefined) throw new Error('No installation was made.');
  return { here, there };
};

const design: StudyDesign = {
  ...{ endpoint: 'OVERALL', months: 60, landmark: null, delayedEntry: false },
  covariates: ['AGE_GROUP'],
};
const content: StudyContent = {
  cohorts: [
    { name: 'Women', definition: { sex: ['FEMALE'] } },
    { name: 'Men', definition: { sex: ['MALE'] } },
  ],
  blocks: [
    { kind: 'TEXT', text: '女性是否存活更久？' },
    { kind: 'FIGURE', figure: 'ENDPOINT', design },
    { kind: 'FIGURE', figure: 'COX', design },
    { kind: 'FIGURE', figure: 'BASELINE', design },
  ],
};
const save = `mutation ($input: SaveResearchStudyInput!) { saveResearchStudy(input: $input)
  { id name mine latest { number hash content } versions { number } notSignable { en } } }`;
const input = (more: object = {}) => ({
  input: {
    name: 'Sex and survival',
    content: JSON.stringify(content),
    release: 1,
    note: '',
    ...more,
  },
});
const projectIdOf = async ({ done }: NonNullable<typeof here>) =>
  (await done(anna, '{ researchProjects { id } }')).researchProjects[0].id;

test('a study stays in versions; run again on a newer release each figure says whether it changed', async () => {
  const { here } = both();
  const saved = (await here.done(anna, save, input())).saveResearchStudy;
  expect(JSON.parse(saved.latest.content)).toEqual(content);
  // The same again is no version, another release is one.
  const again = (await here.done(anna, save, input({ id: saved.id }))).saveResearchStudy;
  expect(again.versions).toHaveLength(1);
  const ask = `query ($id: ID!, $release: Int!) { researchStudy(id: $id) { latest {
    rerun(release: $release) { before after lines { block what { en } cohort scale change before { value lower } after { value } } } } } }`;
  const same = (await here.done(anna, ask, { id: saved.id, release: 1 })).researchStudy.latest
    .rerun;
  expect(new Set(same.lines.map((line: { change: string }) => line.change))).toEqual(
    new Set(['SAME']),
  );
  const { lines } = (await here.done(anna, ask, { id: saved.id, release: 2 })).researchStudy.latest
    .rerun;
  const ratio = lines.find((line: { scale: string }) => line.scale === 'RATIO');
  expect(ratio).toMatchObject({ block: 2, before: { lower: expect.any(Number) } });
  expect(lines.some((line: { change: string }) => line.change !== 'SAME')).toBe(true);
  // Nobody else finds it, and no release that there is not is asked.
  expect((await here.done(bert, '{ researchStudies { id } }')).researchStudies).toEqual([]);
  expect((await here.ask(anna, save, input({ release: 9 }))).messages[0]).toMatch('no release 9');
  expect((await here.ask(bert, save, input({ id: saved.id }))).messages[0]).toMatch(
    'no such study',
  );
});

test('a study goes to another nation, runs there under its own disclosure, and comes back as aggregates that are pooled', async () => {
  const { here, there } = both();
  const keyed = async (of: NonNullable<typeof here>) =>
    (await of.done(carl, '{ partnerKey { id key } }')).partnerKey;
  const [ours, theirs] = [await keyed(here), await keyed(there)];
  expect(ours.id).not.toBe(theirs.id);
  const add = `mutation ($input: AddPartnerInput!) { addPartner(input: $input) { id endedAt } }`;
  await here.done(carl, add, { input: { en: 'Southland', zh: '南国', key: theirs.key } });

  const own = (await here.done(anna, save, input({ name: 'Not shared' }))).saveResearchStudy;
  const sign =
    'mutation ($id: ID!) { signStudyForPartners(id: $id, purpose: "Pooled survival") { signed hash } }';
  expect((await here.ask(anna, sign, { id: own.id })).messages[0]).toMatch('in force');
  const study = (await here.done(anna, save, input({ projectId: await projectIdOf(here) })))
    .saveResearchStudy;
  expect(study.notSignable).toBeNull();
  const { signed } = (await here.done(anna, sign, { id: study.id })).signStudyForPartners;

  // There: unknown until its key is added, and the committee's alone.
  const receive = `mutation ($signed: String!) { receivePartnerStudy(signed: $signed) { id state name purpose mayReview partner { name { en } }
    cohorts { name description { en } } blocks { text figure { en } } } }`;
  expect((await there.ask(carl, receive, { signed })).messages[0]).toMatch('not of a partner');
  await there.done(carl, add, { input: { en: 'Northland', zh: '北国', key: ours.key } });
  expect((await there.ask(ofHospital, receive, { signed })).messages[0]).toMatch('national');
  const received = (await there.done(carl, receive, { signed })).receivePartnerStudy;
  expect(received).toMatchObject({
    ...{ state: 'RECEIVED', name: 'Sex and survival', partner: { name: { en: 'Northland' } } },
    cohorts: [
      { name: 'Women', description: { en: expect.stringContaining('female') } },
      { name: 'Men' },
    ],
    blocks: [{ text: '女性是否存活更久？' }, {}, { figure: { en: 'Cox regression' } }, {}],
  });
  expect((await there.done(carl, receive, { signed })).receivePartnerStudy.id).toBe(received.id);

  const review = `mutation ($input: ReviewPartnerAnswerInput!) { reviewPartnerAnswer(input: $input) { state signedAnswer } }`;
  const verdict = (release: boolean) => ({
    input: { id: received.id, release, reason: 'Looked at.' },
  });
  expect((await there.ask(dora, review, verdict(true))).messages[0]).toMatch('meanwhile');
  const decide = `mutation ($input: DecidePartnerStudyInput!) { decidePartnerStudy(input: $input) { state mayReview answer { minimumCell lines { scale value { value } } } } }`;
  const decision = { input: { id: received.id, allow: true, reason: 'Of public interest.' } };
  const { answer, ...decided } = (await there.done(carl, decide, decision)).decidePartnerStudy;
  expect(decided).toEqual({ state: 'ANSWERED', mayReview: false });
  // Under the disclosure control of that place: no count below its minimum.
  const counts = answer.lines.filter(
    (line: { scale: string; value: object | null }) => line.scale === 'COUNT' && line.value,
  );
  expect(
    Math.min(...counts.map((line: { value: { value: number } }) => line.value.value)),
  ).toBeGreaterThanOrEqual(answer.minimumCell);
  expect((await there.ask(carl, decide, decision)).messages[0]).toMatch('meanwhile');
  // Not by who let it run, in the product and in the database.
  expect((await there.ask(carl, review, verdict(true))).messages[0]).toMatch('second member');
  const reviewed = (await there.done(dora, review, verdict(true))).reviewPartnerAnswer;
  expect(reviewed.state).toBe('RELEASED');

  // Here again: pooled with our own.
  const take =
    'mutation ($id: ID!, $signed: String!) { receivePartnerAnswer(id: $id, signed: $signed) { id } }';
  expect(
    (await here.ask(anna, take, { id: own.id, signed: reviewed.signedAnswer })).messages[0],
  ).toMatch('another study');
  expect((await here.ask(anna, take, { id: study.id, signed })).messages[0]).toMatch(
    'not of a partner',
  );
  await here.done(anna, take, { id: study.id, signed: reviewed.signedAnswer });
  const pooled = `query ($id: ID!) { researchStudy(id: $id) { latest { answers { partner { name { zh } } answer { lines { scale } } }
    pooled { what { en } scale places { partner { name { en } } value { value } weight } fixed { value lower upper } random { lower upper } iSquared } } } }`;
  const { latest } = (await here.done(anna, pooled, { id: study.id })).researchStudy;
  expect(latest.answers).toMatchObject([{ partner: { name: { zh: '南国' } } }]);
  const ratio = latest.pooled.find(
    ({ scale, what }: { scale: string; what: { en: string } }) =>
      scale === 'RATIO' && what.en.includes('Cohort'),
  );
  expect(ratio.places.map(({ partner }: { partner: object | null }) => partner)).toEqual([
    null,
    { name: { en: 'Southland' } },
  ]);
  const values = ratio.places.map(({ value }: { value: { value: number } }) => value.value);
  expect(ratio.fixed.value).toBeGreaterThanOrEqual(Math.min(...values));
  expect(ratio.fixed.value).toBeLessThanOrEqual(Math.max(...values));

  // Every step is in the audit of the place where it was made.
  const steps =
    await there.sql`select detail ->> 'step' as step from basic.audit where detail ? 'partnerStudy' order by id`;
  expect(steps.map(({ step }) => step)).toEqual(['RECEIVE', 'RECEIVE', 'RUN', 'RELEASE']);
});

test('one that ended signs nothing more, one declined is not run, and the database lets nobody release alone', async () => {
  const { here, there } = both();
  const { id } = (await there.done(carl, '{ partnerStudies { id } }')).partnerStudies[0];
  await there.sql`update research.partner_study set state = 'ANSWERED', reviewed_by_id = null`;
  await expect(
    there.sql.begin(async (sql) => {
      await sql`set local role nodp_app`;
      await sql`select set_config('nodp.account', 'carl', true), set_config('nodp.national', 'on', true)`;
      await sql`update research.partner_study set state = 'RELEASED', reviewed_by_id = 'carl'`;
    }),
  ).rejects.toThrow('row-level security');
  await there.sql`update research.partner_study set state = 'RECEIVED', answer = null`;
  const decide =
    'mutation ($input: DecidePartnerStudyInput!) { decidePartnerStudy(input: $input) { state answer { release } } }';
  const declined = (await there.done(dora, decide, { input: { id, allow: false, reason: 'No.' } }))
    .decidePartnerStudy;
  expect(declined).toEqual({ state: 'DECLINED', answer: null });

  const [partner] = (await there.done(carl, '{ partners { id } }')).partners;
  const end = 'mutation ($id: ID!) { endPartner(id: $id) }';
  expect((await there.ask(ofHospital, end, { id: partner.id })).messages[0]).toMatch('national');
  expect((await there.done(carl, end, { id: partner.id })).endPartner).toBe(true);
  const study = (
    await here.done(anna, '{ researchStudies { id notSignable { en } } }')
  ).researchStudies.find(({ notSignable }: { notSignable: object | null }) => notSignable === null);
  const { signed } = (
    await here.done(
      anna,
      'mutation ($id: ID!) { signStudyForPartners(id: $id, purpose: "Again") { signed } }',
      { id: study.id },
    )
  ).signStudyForPartners;
  const receive = 'mutation ($signed: String!) { receivePartnerStudy(signed: $signed) { id } }';
  expect((await there.ask(carl, receive, { signed })).messages[0]).toMatch('not of a partner');
});
