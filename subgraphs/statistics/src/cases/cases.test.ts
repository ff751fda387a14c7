import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, engines, everyFieldOf, fieldsWithValue, principalOf } from '@nodp/graph/testing';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import { type Rows, writeRelease } from '@nodp/warehouse/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putRegistries, seedRegions, statistics } from '../index.ts';

const policymaker = principalOf('POLICYMAKER', null);
const release = {
  ...{ __typename: 'Release', number: 1, checksum: 'by hand' },
  builtAt: '2025-12-31T04:00:00Z',
};

/** A registry's area: 1,000 women and 2,000 men of every age in 2023 and 2024; what else it says is of each test. */
const registered = (region: string) => ({
  code: `R${region}`,
  name: { en: 'A registry', zh: '登记处' },
  source: { en: 'counted by hand', zh: '手工计数' },
  areas: [2023, 2024].map((year) => ({
    ...{ region, year, completeness: 0.95, closedOn: '2025-12-31' },
    lived: [new Float64Array(18).fill(1000), new Float64Array(18).fill(2000)] as const,
  })),
});
const rateOf = (cases: number, lived: number) => Number(((cases / lived) * 1e5).toPrecision(4));

/** So many cases a month from July 2022 to March 2025. */
const monthly = (count: number, of: Readonly<Record<string, string | number>>) =>
  Array.from({ length: 33 }, (_, month) => ({
    year: 2022 + Math.floor((month + 6) / 12),
    month: (month + 6) % 12,
  })).flatMap(({ year, month }) =>
    Array.from({ length: count }, () => ({
      diagnosis_year: year,
      diagnosis_month: month + 1,
      sex: 'FEMALE',
      age_group: 60,
      site_group: 'lung',
      behaviour: '3',
      stage: 'STAGE_I',
      survival_days: 2500,
      died: false,
      ...of,
    })),
  );

/** 10 women with lung cancer a month in Guangdong, 3 men in Beijing, one of unknown residence, and a few else. */
const rows: NonNullable<Rows['cases']> = [
  ...monthly(10, { residence: '440000', topography: 'C34.1' }),
  ...monthly(3, {
    residence: '110000',
    sex: 'MALE',
    age_group: 70,
    stage: 'STAGE_IV',
    topography: 'C33.9',
  }),
  ...monthly(1, {}),
  ...Array.from({ length: 4 }, () => ({
    ...monthly(1, { residence: '540000', site_group: 'cervix' })[10],
  })),
  ...Array.from({ length: 50 }, () => ({
    ...monthly(1, { residence: '440000', behaviour: '2', stage: 'STAGE_0' })[10],
  })),
].map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true }));

let db: TestDatabase;
let folder: string;
let releases: Releases;
beforeAll(async () => {
  db = await testDatabase();
  const owner = postgres(db.ownerUrl, { max: 1 });
  await seedRegions(owner);
  await putRegistries(owner, [registered('440000'), registered('110000')]);
  await owner.end();
  folder = await mkdtemp(join(tmpdir(), 'nodp-cases-'));
  await writeRelease(join(folder, folderOf(1)), { cases: rows });
  // Counts are not moved, so that every number is worked by hand; what moves them has tests of its own.
  const rule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };
  releases = createReleases({ folder, rule });
});
afterAll(async () => {
  await releases.close();
  await db.end();
  await rm(folder, { recursive: true });
});

const rate = '{ value lower upper }';
const rates = `rates { crude ${rate} ageStandardised ${rate} absent }`;
const count = '{ value suppressed }';
const query = `query ($r: [_Any!]!, $filter: CaseFilterInput, $standard: StandardPopulation) {
  _entities(representations: $r) { ... on Release { statistics(filter: $filter, standard: $standard) {
    years { first last } cases ${count} ${rates} populationBasis { en zh }
    byYear { year complete cases ${count} ${rates} } yearUnknown ${count}
    byProvince { region { code shortName { zh } } cases ${count} ${rates} } provinceUnknown ${count}
    bySite { siteGroup label { zh } cases ${count} ${rates} fiveYearSurvival { survival } }
    byAge { ageGroup label { zh } female { cases ${count} rate ${rate} } male { cases ${count} rate ${rate} } }
    ageUnknown ${count} byStage { stage cases ${count} share } stageByYear { year stages { stage share } }
    survival { cases ${count} deaths ${count} points { months survival lower upper } at5 { survival } }
  } } } }`;

describe.each(engines)('a release worked by hand, under %s', (_, engine) => {
  const ask = async (filter: object = {}, standard = 'SEGI') => {
    const asked = askerOf(statistics, db.database, engine(), { releases });
    const { data, messages, codes } = await asked(policymaker, query, {
      r: [release],
      filter,
      standard,
    });
    return { messages, codes, all: data?._entities[0]?.statistics };
  };
  const of = (list: { region?: { code: string } }[], code: string) =>
    list.find(({ region }) => region?.code === code) as never as Record<string, never>;

  test('every field has a value', async () => {
    const asked = askerOf(statistics, db.database, engine(), { releases });
    const every = everyFieldOf(statistics.schema, 'CaseStatistics');
    const whole = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Release { statistics ${every.selection} } } }`;
    const { data, messages } = await asked(policymaker, whole, { r: [release] });
    expect(messages).toEqual([]);
    const met = fieldsWithValue(data);
    expect(every.asked.size).toBeGreaterThan(60);
    // Of two sites the one with few cases hides the other, and with it all that would tell how many it has.
    expect([...every.asked].filter((field) => !met.has(field))).toEqual([
      'CasesOfSite.fiveYearSurvival',
    ]);
    const { bySite } = data._entities[0].statistics;
    const lung = bySite.find((s: { siteGroup: string }) => s.siteGroup === 'lung');
    expect(JSON.stringify(lung)).not.toContain(String(33 * 14));
    expect(lung.basis.unknown.cases).toMatchObject({ value: null, suppressed: true });
  });

  test('counts, rates of the residents under registration, and survival', async () => {
    const { all, messages } = await ask();
    expect(messages).toEqual([]);
    // 33 months of 14, and 4: in situ tumours are no cases.
    expect(all.cases).toEqual({ value: 33 * 14 + 4, suppressed: false });
    expect(all.years).toEqual({ first: 2023, last: 2024 });
    // 24 months of 13 among two areas of 54,000 people for two years; neither those of unknown residence nor of Tibet.
    expect(all.rates.crude.value).toBe(rateOf(24 * 13, 2 * 2 * 54_000));
    const years = all.byYear.map(({ year, complete }: { year: number; complete: boolean }) => [
      year,
      complete,
    ]);
    expect(years).toEqual([
      [2022, false],
      [2023, true],
      [2024, true],
      [2025, false],
    ]);
    expect(all.byYear[0]).toMatchObject({
      cases: { value: 6 * 14 },
      rates: { crude: null, ageStandardised: null, absent: 'NOT_REGISTERED' },
    });
    expect(all.byYear[2].rates.crude.value).toBe(rateOf(12 * 13, 2 * 54_000));
    expect(all.survival).toMatchObject({ cases: { value: 33 * 14 + 4 }, at5: { survival: 1 } });
    expect(all.survival.points).toHaveLength(83);
    expect(all.populationBasis.zh).toContain('手工计数');
  });

  test('a province has its own population; one with few cases, and one that nobody registers, no rate', async () => {
    const { all } = await ask();
    expect(all.byProvince).toHaveLength(34);
    const guangdong = of(all.byProvince, '440000');
    expect(guangdong).toMatchObject({
      region: { shortName: { zh: '广东' } },
      cases: { value: 330 },
    });
    // 240 at 60–64, of weight 4,000 of 100,000, among 3,000 people of that age for two years.
    expect(
      (guangdong as never as { rates: { ageStandardised: { value: number } } }).rates
        .ageStandardised.value,
    ).toBe(Number(((240 / 6000) * 1e5 * 0.04).toPrecision(3)));
    const nothing = {
      cases: { value: null, suppressed: true },
      rates: { crude: null, ageStandardised: null, absent: 'NOT_REGISTERED' },
    };
    expect(of(all.byProvince, '540000')).toMatchObject(nothing);
    expect(of(all.byProvince, '710000')).toMatchObject(nothing);
    expect(all.bySite.find((s: { siteGroup: string }) => s.siteGroup === 'cervix')).toMatchObject({
      ...nothing,
      rates: { crude: null, ageStandardised: null, absent: 'TOO_FEW' },
      fiveYearSurvival: null,
    });
  });

  test('by age and sex, unknown ages apart; by stage, shares of what is shown', async () => {
    const { all } = await ask();
    const at60 = all.byAge[12];
    expect(at60).toMatchObject({
      ageGroup: 60,
      label: { zh: '60–64岁' },
      female: { cases: { value: 33 * 11 + 4 } },
    });
    expect(at60.female.rate.value).toBe(rateOf(240, 2 * 2 * 1000));
    expect(at60.male).toEqual({ cases: { value: null, suppressed: true }, rate: null });
    expect(all.ageUnknown).toEqual({ value: null, suppressed: true });
    const share = Object.fromEntries(
      all.byStage.map(({ stage, share: s }: { stage: string; share: number | null }) => [stage, s]),
    );
    expect(share).toMatchObject({ STAGE_0: null, STAGE_I: 0.788, STAGE_IV: 0.212, UNKNOWN: null });
    expect(all.stageByYear.map(({ year }: { year: number }) => year)).toEqual([
      2022, 2023, 2024, 2025,
    ]);
  });

  test('a breakdown leaves its own filter aside', async () => {
    const filter = { provinces: ['440000'], fromYear: 2024, toYear: 2030 };
    const { all } = await ask(filter);
    expect(all.cases.value).toBe(150);
    expect(all.years).toEqual({ first: 2024, last: 2024 });
    expect(all.rates.crude.value).toBe(rateOf(120, 54_000));
    expect(of(all.byProvince, '110000')).toMatchObject({ cases: { value: 15 * 3 } });
    expect(all.byYear).toHaveLength(4);
    expect(all.byYear[1].rates.crude.value).toBe(all.rates.crude.value);
  });

  test('the sex chosen is whose population stands below', async () => {
    const { all } = await ask({ sex: 'MALE' });
    expect(all.rates.crude.value).toBe(rateOf(72, 2 * 2 * 36_000));
    expect((await ask({ provinces: ['710000'] })).all.rates).toEqual({
      ...{ crude: null, ageStandardised: null },
      absent: 'NOT_REGISTERED',
    });
    expect((await ask({ toYear: 2022 })).all).toMatchObject({
      years: { first: null, last: null },
      cases: { value: 6 * 14 },
      rates: { crude: null, ageStandardised: null, absent: 'NOT_REGISTERED' },
    });
  });

  test('a release built before a registry closed its years has no rate of them, and says why', async () => {
    const asked = askerOf(statistics, db.database, engine(), { releases });
    const early = { ...release, checksum: 'built early', builtAt: '2025-12-30T04:00:00Z' };
    const { data } = await asked(policymaker, query, { r: [early], filter: {}, standard: 'SEGI' });
    const all = data._entities[0].statistics;
    expect(all.years).toEqual({ first: null, last: null });
    expect(all.rates.absent).toBe('NOT_COMPLETE');
    expect(all.populationBasis.en).toContain('no registry had closed');
    expect(all.cases.value).toBe(33 * 14 + 4);
  });

  test('a part of a site group is asked for by its topography', async () => {
    const casesOf = async (...siteGroups: string[]) => {
      const { all } = await ask({ siteGroups });
      // The breakdown is by whole groups, whatever part is chosen.
      expect(all.bySite).toEqual((await ask()).all.bySite);
      return all.cases.value;
    };
    // 33 months of 3 in the trachea, of 10 in the lung; one a month without a topography is of neither.
    expect(await casesOf('lung.trachea')).toBe(33 * 3);
    expect(await casesOf('lung.lung')).toBe(330);
    expect(await casesOf('lung.lung', 'lung.trachea')).toBe(33 * 13);
    expect(await casesOf('lung', 'lung.trachea')).toBe(await casesOf('lung'));
  });

  test('what is not known is refused with how to correct it', async () => {
    const refused = async (filter: object) => {
      const { codes, messages } = await ask(filter);
      expect(codes).toEqual(['BAD_USER_INPUT']);
      return messages[0];
    };
    expect(await refused({ siteGroups: ['lungs'] })).toContain('Give one of lung, lung.trachea');
    expect(await refused({ siteGroups: ['lung.colon'] })).toContain('no cancer site lung.colon');
    expect(await refused({ provinces: ['44'] })).toContain('440000 for Guangdong');
    expect(await refused({ fromYear: 2024, toYear: 2023 })).toContain('earlier');
  });

  test('the same question costs the database one query of the budget the second time, however it is written', async () => {
    const asked = askerOf(statistics, db.database, engine(), { releases });
    const one =
      'query ($r: [_Any!]!, $filter: CaseFilterInput) { _entities(representations: $r) { ... on Release { statistics(filter: $filter) { cases { value } } } } }';
    const put = (provinces: string[]) =>
      asked(policymaker, one, { r: [release], filter: { provinces } });
    await put(['440000', '110000']);
    const again = await put(['110000', '440000', '110000']);
    expect(again.data._entities[0].statistics.cases.value).toBe(33 * 13);
    // Identity, state of the registries, budget.
    expect(again.statements).toBe(3);
  });
});
