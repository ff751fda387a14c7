import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Role, roles, sqlStatement } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { askerOf, deviations, engines, principalOf, probesOf, unprobed } from '@nodp/graph/testing';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import { randomRows, writeRelease } from '@nodp/warehouse/testing';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedRegions, statistics } from './index.ts';

const here = '01900000-0000-7000-8000-000000000001';
const there = '01900000-0000-7000-8000-000000000002';
const silent = '01900000-0000-7000-8000-000000000003';
const policymaker = principalOf('POLICYMAKER', null);

let db: TestDatabase;
let owner: postgres.Sql;
let folder: string;
let releases: Releases;

const counts = (...rows: [created: number, updated: number, refused: number][]) =>
  JSON.stringify(
    rows.map(([created, updated, refused]) => ({
      resourceType: 'Observation',
      created,
      updated,
      unchanged: 100,
      retained: 100,
      refused,
    })),
  );
const submit = (institution: string, at: string, said: string) =>
  owner`insert into basic.submission (id, institution_id, account_id, received_at, channel, sha256, bytes, status, counts)
    values (gen_random_uuid(), ${institution}, 'a', ${at}, 'fhir', 'x', 1, 'accepted', ${said}::text::jsonb)`;

beforeAll(async () => {
  db = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'nodp-statistics-'));
  await writeRelease(join(folder, folderOf(1)), randomRows(1, 60));
  releases = createReleases({ folder });
  owner = postgres(db.ownerUrl, { max: 1 });
  await seedRegions(owner);
  await submit(here, '2026-01-05T00:00:00Z', counts([3, 1, 0], [2, 0, 1]));
  // Already February by the nation's clock.
  await submit(here, '2026-01-31T16:30:00Z', counts([7, 0, 0]));
  await submit(here, '2026-02-10T00:00:00Z', counts([0, 0, 4]));
  await submit(here, '2026-04-01T00:00:00Z', '[]');
  await submit(there, '2026-01-05T00:00:00Z', counts([9, 0, 0]));
});
afterAll(async () => {
  await releases.close();
  await rm(folder, { recursive: true });
  await owner.end();
  await db.end();
});

const institutions = (...ids: string[]) =>
  ids.map((id) => ({ __typename: 'Institution', id: encodeId('Institution', id) }));
const sent = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Institution { id submissionsByMonth { month submissions records refused } } } }`;
const months = [
  { month: '2026-01', submissions: 1, records: 6, refused: 1 },
  { month: '2026-02', submissions: 2, records: 7, refused: 4 },
  { month: '2026-04', submissions: 1, records: 0, refused: 0 },
];

const submitters: readonly Role[] = ['DATA_MANAGER', 'SYSTEM'];
const readers: readonly Role[] = ['CLINICIAN', 'RESEARCHER', 'POLICYMAKER', 'DATA_MANAGER'];
const builders: readonly Role[] = ['DATA_MANAGER'];
const carers: readonly Role[] = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'SYSTEM'];
const table = {
  Query: roles,
  Region: roles,
  Population: roles,
  Registration: roles,
  Label: roles,
  'Institution.id': roles,
  'Institution.submissionsByMonth': submitters,
  MonthlySubmissions: submitters,
  'Institution.receivedByMonth': submitters,
  ReceivedInMonth: submitters,
  Release: readers,
  CaseStatistics: readers,
  YearSpan: readers,
  CaseRates: readers,
  Rate: readers,
  CasesInYear: readers,
  CasesInProvince: readers,
  CasesOfSite: readers,
  CasesAtAge: readers,
  CasesOfSexAtAge: readers,
  CasesInStage: readers,
  BasisOfDiagnosis: readers,
  CaseShare: readers,
  CasesLeftOut: readers,
  StageInYear: readers,
  ObservedSurvival: readers,
  ObservedSurvivalPoint: readers,
  SurvivalEstimate: readers,
  'Query.statisticsSources': readers,
  'Query.statisticsMeasures': readers,
  'Query.statisticsIndicators': readers,
  'Query.savedReports': readers,
  'Mutation.saveReport': readers,
  'Mutation.removeReport': readers,
  SavedReport: readers,
  SavedReportBlock: readers,
  StatisticsIndicator: readers,
  StatisticsProjection: readers,
  StatisticsHeldBack: readers,
  'Query.statistics': readers,
  StatisticsSource: readers,
  StatisticsAxis: readers,
  StatisticsMeasureInfo: readers,
  StatisticsDimensionInfo: readers,
  StatisticsExclusion: readers,
  StatisticsTable: readers,
  StatisticsAbout: readers,
  StatisticsTrend: readers,
  StatisticsYearlyChange: readers,
  StatisticsComparison: readers,
  StatisticsFunnel: readers,
  StatisticsFunnelLimits: readers,
  DisclosedCount: roles,
  SimilarPatients: carers,
  SimilarNetSurvival: carers,
  SimilarNetPoint: carers,
  AggregateDataSet: builders,
  AggregateLoad: builders,
  AggregateLoaded: builders,
  AggregateProblem: builders,
  'Query.aggregateDataSets': builders,
  'Mutation.loadAggregates': builders,
};

describe.each(engines)('statistics under %s', (_, engine) => {
  const asker = () => askerOf(statistics, db.database, engine(), { releases });

  test('34 divisions by code; the census counted 31 of them', async () => {
    const query =
      '{ regions { code name { en zh } shortName { en zh } populations { year persons source { en zh } } } }';
    const { data, messages, statements } = await asker()(policymaker, query);
    expect(messages).toEqual([]);
    expect(data.regions).toHaveLength(34);
    expect(data.regions[0]).toMatchObject({
      code: '110000',
      shortName: { en: 'Beijing', zh: '北京' },
    });
    const guangdong = data.regions.find(({ code }: { code: string }) => code === '440000');
    expect(guangdong).toEqual({
      code: '440000',
      name: { en: 'Guangdong Province', zh: '广东省' },
      shortName: { en: 'Guangdong', zh: '广东' },
      populations: [
        {
          year: 2020,
          persons: 126_012_510,
          source: {
            en: expect.stringContaining('Seventh National Population Census'),
            zh: expect.stringContaining('第七次'),
          },
        },
      ],
    });
    const persons = data.regions.flatMap(
      ({ populations }: { populations: { persons: number }[] }) =>
        populations.map((one) => one.persons),
    );
    expect(persons).toHaveLength(31);
    // Communiqué No. 3: 1,411,778,724 persons, of whom 2,000,000 in active service belong to no province.
    expect(persons.reduce((a: number, b: number) => a + b)).toBe(1_409_778_724);
    // Identity, regions, populations.
    expect(statements).toBe(3);
  });

  test('a region is an entity by its code; an unknown one is null', async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Region { shortName { zh } populations { persons } } } }`;
    const representations = ['310000', '999999', '710000'].map((code) => ({
      __typename: 'Region',
      code,
    }));
    const { data, statements } = await asker()(policymaker, query, { representations });
    expect(data._entities).toEqual([
      { shortName: { zh: '上海' }, populations: [{ persons: 24_870_895 }] },
      null,
      { shortName: { zh: '台湾' }, populations: [] },
    ]);
    expect(statements).toBe(3);
  });

  test('what institutions sent, month by month: one statement; null, not nothing, where it is not theirs to see', async () => {
    const ask = asker();
    const representations = institutions(here, there, silent);
    const months2 = [{ month: '2026-01', submissions: 1, records: 9, refused: 0 }];
    const seen = async (...who: Parameters<typeof principalOf>) => {
      const { data, messages, statements } = await ask(principalOf(...who), sent, {
        representations,
      });
      expect(messages).toEqual([]);
      // Identity, submissions.
      expect(statements).toBe(2);
      return data._entities.map((one: { submissionsByMonth: object[] }) => one.submissionsByMonth);
    };
    expect(await seen('DATA_MANAGER', null)).toEqual([months, months2, []]);
    expect(await seen('DATA_MANAGER', here)).toEqual([months, null, null]);
    expect(await seen('DATA_MANAGER', there)).toEqual([null, months2, null]);
    expect(await seen('DATA_MANAGER', silent)).toEqual([null, null, []]);
    expect(await seen('SYSTEM', here)).toEqual([months, null, null]);
  });

  test('each role reads what is open to it by every path, and nothing else', async () => {
    const probes = probesOf(statistics, {
      arguments: {
        'Query.statisticsMeasures': '(source: "release-1")',
        'Query.statistics': '(question: { source: "release-1", measure: CRUDE_RATE, by: [SEX] })',
        'Mutation.saveReport': '(report: { name: "Tried", address: "?", blocks: [] })',
        'Mutation.removeReport': '(name: "Tried")',
        'Mutation.loadAggregates': '(files: [{ name: "a.csv", content: "" }])',
      },
      references: {
        Region: { code: '110000' },
        Institution: { id: encodeId('Institution', here) },
        Release: { number: 1, checksum: 'test', builtAt: '2026-01-01T00:00:00Z' },
        SimilarPatients: { release: 1, checksum: 'test', address: 'site:lung' },
      },
    });
    expect(unprobed(statistics.schema, probes)).toEqual([]);
    // Refused beyond its scope to managers of one institution: see the tests of registry data.
    const tried = probes.filter(({ through }) => through !== 'Mutation.loadAggregates');
    expect(await deviations(asker(), tried, table, here)).toEqual([]);
  });
});

test('seeding again changes nothing, and restores what was changed', async () => {
  const read = () => owner`select xmin::text, * from statistics.region order by code`;
  const before = await read();
  await seedRegions(owner);
  expect(await read()).toEqual(before);
  await owner`update statistics.region set name_en = 'Somewhere' where code = '110000'`;
  await seedRegions(owner);
  expect((await read())[0]?.name_en).toBe('Beijing Municipality');
});

test('a session without submission rights is shown no submission by the database itself', async () => {
  const all = sqlStatement(sql`select id from basic.submission`);
  const seen = (role: Role, institution: string | null) =>
    db.database.session(principalOf(role, institution), (session) => session.run(all));
  expect(await seen('POLICYMAKER', null)).toEqual([]);
  expect(await seen('DATA_MANAGER', null)).toHaveLength(5);
});
