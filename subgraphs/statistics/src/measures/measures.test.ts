import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld, policymaker, registered } from '../testing/asked.ts';
import { byHand } from '../testing/by-hand.ts';

let world: AskedWorld;
beforeAll(async () => {
  world = await openWorld(byHand, [registered('440000'), registered('110000')]);
});
afterAll(() => world.close());

/** Men with lung cancer: 50 of 60–64 and 60 of 70–74 years, among 8,000 of every age. */
const men = { sites: ['lung'], sexes: ['MALE'] };
const figure = async (measure: string, more: object = {}) => {
  const { values, lower, upper, numerators, denominators, states, about } = await askOf(world).ask({
    measure,
    filter: men,
    ...more,
  });
  expect(values).toHaveLength(1);
  return {
    value: values[0],
    limits: [lower[0], upper[0]],
    of: [numerators[0], denominators[0]],
    state: states[0],
    about,
  };
};

// Limits by R 4.2's qgamma from the formulas of Fay and Feuer (1997) and of Tiwari, Clegg and Zou (2006).
test('age-standardised rate: Fay and Feuer, and Tiwari as an option', async () => {
  expect(await figure('AGE_STANDARDISED_RATE')).toMatchObject({
    value: 40,
    limits: [32.5, 50.3],
    of: [110, 144_000],
  });
  const { limits, about } = await figure('AGE_STANDARDISED_RATE', { interval: 'TIWARI' });
  expect(limits).toEqual([32.5, 49.1]);
  expect(about.interval.en).toContain('Tiwari');
});

test('truncated rate: 50 cases of 60–64 with 4 of 31 parts of the weights; R has 59.856 to 107.42', async () => {
  expect(await figure('TRUNCATED_RATE')).toMatchObject({
    value: 80.6,
    limits: [59.9, 107],
    of: [50, 144_000],
  });
});

test('cumulative rate and risk: five years of 50 and 60 in 8,000', async () => {
  expect((await figure('CUMULATIVE_RATE')).value).toBe(6.88);
  expect((await figure('CUMULATIVE_RISK')).value).toBe(6.64);
  expect((await figure('CUMULATIVE_RISK')).of[0]).toBe(110);
});

test('crude rate: R poisson.test(283, 2.16) has 116.197 to 147.2068', async () => {
  const { limits } = await figure('CRUDE_RATE', { filter: {} });
  expect(limits).toEqual([116.2, 147.2]);
});

test('ratio and difference between any two selections; the reference is the selection but for what is named', async () => {
  const compared = { comparedWith: { sexes: ['FEMALE'] } };
  // Women with lung cancer: 100 of 60–64, 40 of unknown age spread over it, among 4,000.
  const women = (140 / 4000) * 0.04 * 1e5;
  expect((await figure('RATE_RATIO', compared)).value).toBe(Number((40 / women).toPrecision(3)));
  const { value, about } = await figure('RATE_DIFFERENCE', compared);
  expect(value).toBe(Number((40 - women).toPrecision(3)));
  expect(about.reference.en).toContain('female');
  // A stable figure of the log interval: exp(±1.96 √(Σw²x/R² …)), by R 4.2.
  const { limits } = await figure('RATE_RATIO', compared);
  expect(limits[0]).toBeLessThan(40 / women);
  expect(limits[1]).toBeGreaterThan(40 / women);
});

test('a crossing against its whole: each sex against both; at an age the exact ratio of R', async () => {
  const bySex = await askOf(world).byCode({
    measure: 'RATE_RATIO',
    by: ['SEX'],
    filter: { sites: ['lung'] },
    comparedWith: { sexes: [] },
  });
  const both = ((50 + 100) / 12_000) * 0.04 + (60 / 12_000) * 0.02;
  // 40 of unknown age are spread over the 210 of known age.
  const spread = (both * 250) / 210;
  expect(bySex.MALE).toBe(Number((40 / 1e5 / spread).toPrecision(3)));
  const byAge = await askOf(world).ask({
    measure: 'RATE_RATIO',
    by: ['AGE'],
    filter: { sites: ['lung'], sexes: ['MALE'], ages: ['60'] },
    comparedWith: { sexes: ['FEMALE'] },
  });
  // Three women of 60–64 have another cancer: a filter that leaves out so few changes nothing.
  // poisson.test(c(50, 103), c(8000, 4000)): 0.2427, 0.1696 to 0.3435.
  expect(byAge.values).toEqual([0.243]);
  expect(byAge.lower[0]).toBeCloseTo(0.17, 3);
  expect(byAge.upper[0]).toBeCloseTo(0.343, 3);
});

test('standardised incidence ratio: what a population expects of itself is what it has', async () => {
  const itself = await figure('STANDARDISED_INCIDENCE_RATIO', {
    comparedWith: { provinces: [] },
  });
  expect(itself).toMatchObject({ value: 1, of: [110, 110] });
  const byProvince = await askOf(world).ask({
    measure: 'STANDARDISED_INCIDENCE_RATIO',
    by: ['PROVINCE'],
    filter: men,
    comparedWith: { provinces: [] },
  });
  const at = (code: string) => byProvince.axes[0].codes.indexOf(code);
  // Both provinces have the same person-years: each expects half of the 110; 60 of them came in Guangdong.
  expect(byProvince.values[at('440000')]).toBe(Number((60 / 55).toPrecision(3)));
  expect(byProvince.denominators[at('110000')]).toBe(55);
  expect(byProvince.states[at('320000')]).toBe('NOT_REGISTERED');
});

test('shares: stage, early stage, stage known, and how diagnoses were made', async () => {
  const of = async (measure: string, filter: object = { sites: ['lung'] }) => {
    const { value, of: counts } = await figure(measure, { filter });
    return [value, ...counts];
  };
  const stages = await askOf(world).byCode({
    measure: 'STAGE_SHARE',
    by: ['STAGE'],
    filter: { sites: ['lung'], sexes: ['MALE'] },
  });
  expect(stages).toMatchObject({ STAGE_I: 45.5, STAGE_IV: 54.5 });
  expect(await of('EARLY_STAGE_SHARE')).toEqual([78.7, 222, 282]);
  const all = await figure('EARLY_STAGE_SHARE', { filter: men });
  // R binom.test(50, 110): 0.3593 to 0.5523.
  expect(all).toMatchObject({ value: 45.5, limits: [35.9, 55.2] });
  expect(await of('MICROSCOPIC_SHARE', {})).toEqual([90.5, 285, 315]);
  expect(await of('DEATH_CERTIFICATE_SHARE', {})).toEqual([9.5, 30, 315]);
  // Nobody is of unknown stage: whether nobody or a few would be told by the share.
  expect((await figure('UNKNOWN_BASIS_SHARE', { filter: {} })).state).toBe('SUPPRESSED');
});

test('a release has no mortality, and says so', async () => {
  const { data } = await askOf(world).asked(
    policymaker,
    '{ statisticsMeasures(source: "release-1") { measure absent { en zh } events } }',
  );
  const mi = data.statisticsMeasures.find(
    ({ measure }: { measure: string }) => measure === 'MORTALITY_INCIDENCE_RATIO',
  );
  expect(mi.absent.en).toContain('deaths of its own cases');
  expect(mi.absent.zh).toContain('死亡');
  const { codes } = await askOf(world).put({ measure: 'MORTALITY_INCIDENCE_RATIO' });
  expect(codes).toEqual(['BAD_USER_INPUT']);
  const { messages } = await askOf(world).put({ measure: 'RATE_RATIO' });
  expect(messages[0]).toContain('comparedWith');
});

test('an unknown year or place beside known ones is in no rate and refuses none; alone, or of a sex, it does', async () => {
  const rate = async (filter: object) =>
    (await askOf(world).ask({ measure: 'CRUDE_RATE', filter })).values[0];
  const [known, beside] = [
    await rate({ periods: ['2023-2027'], provinces: ['440000'] }),
    await rate({ periods: ['2023-2027', 'UNKNOWN'], provinces: ['440000', 'UNKNOWN'] }),
  ];
  expect(known).toBeGreaterThan(0);
  expect(beside).toBe(known);
  const trend = await askOf(world).put({
    ...{ measure: 'EAPC', filter: { periods: ['2018-2022', '2023-2027', 'UNKNOWN'] } },
  });
  expect(trend.messages).toEqual([]);
  const alone = await askOf(world).put({ measure: 'CRUDE_RATE', filter: { periods: ['UNKNOWN'] } });
  expect(alone.messages[0]).toContain('leave UNKNOWN out');
  const sexes = { measure: 'CRUDE_RATE', filter: { sexes: ['FEMALE', 'UNKNOWN'] } };
  expect((await askOf(world).put(sexes)).messages[0]).toContain('leave UNKNOWN out');
});
