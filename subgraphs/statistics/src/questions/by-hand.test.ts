import { engines } from '@nodp/graph/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld, policymaker, registered } from '../testing/asked.ts';
import { byHand } from '../testing/by-hand.ts';

let world: AskedWorld;
beforeAll(async () => {
  world = await openWorld(byHand, [registered('440000'), registered('110000')]);
});
afterAll(() => world.close());

const label = '{ en zh }';

describe.each(engines)('a release worked by hand, under %s', (_, engine) => {
  const ask = (question: object) => askOf(world, engine()).ask(question);
  const put = (question: object) => askOf(world, engine()).put(question);
  const byCode = (question: object) => askOf(world, engine()).byCode(question);

  test('cases: all, by site and sex, by year, by what is not registered too', async () => {
    expect((await ask({ measure: 'CASES' })).values).toEqual([
      100 + 60 + 40 + 50 + 30 + 20 + 12 + 3,
    ]);
    const crossed = await byCode({ measure: 'CASES', by: ['SITE', 'SEX'] });
    expect(crossed).toMatchObject({
      'lung FEMALE': 100 + 40 + 20 + 12,
      'lung MALE': 110,
      // Three women with breast cancer alone would be told by the rest of the women: the next smallest is hidden with them.
      'stomach FEMALE': 'SUPPRESSED',
      'stomach MALE': 'SUPPRESSED',
      'prostate FEMALE': 'NOT_APPLICABLE',
      'cervix MALE': 'NOT_APPLICABLE',
      'breast FEMALE': 'SUPPRESSED',
    });
    expect(await byCode({ measure: 'CASES', by: ['YEAR'] })).toMatchObject({
      2022: 12,
      2023: 100 + 60 + 30 + 20 + 3,
      2024: 90,
      UNKNOWN: 'SUPPRESSED',
    });
    expect(await byCode({ measure: 'CASES', by: ['PERIOD'] })).toMatchObject({
      '2018-2022': 12,
      '2023-2027': 213 + 90,
    });
    expect(await byCode({ measure: 'CASES', by: ['REGISTRY'] })).toEqual({
      R110000: 50,
      R440000: 100 + 60 + 40 + 30 + 3,
      NONE: 32,
    });
  });

  test('institutions, as they reported first: by themselves, by tier, chosen from; rates have none', async () => {
    const by = { H1: 265, H2: 50, UNKNOWN: 'SUPPRESSED' };
    expect(await byCode({ measure: 'CASES', by: ['INSTITUTION'] })).toEqual(by);
    expect(await byCode({ measure: 'CASES', by: ['INSTITUTION', 'TIER'] })).toMatchObject({
      'H1 PROVINCIAL': 265,
      'H1 GENERAL': 'SUPPRESSED',
      'H2 GENERAL': 50,
    });
    const stages = { measure: 'EARLY_STAGE_SHARE', by: ['INSTITUTION'] };
    const { axes, funnel } = await ask(stages);
    expect(axes[0].labels[1]).toEqual({ en: 'Second hospital', zh: '第二医院' });
    expect(funnel.standings).toHaveLength(3);
    const filter = { institutions: ['H2'] };
    expect(await byCode({ measure: 'CASES', by: ['SEX'], filter })).toMatchObject({ MALE: 50 });
    const rate = await put({ measure: 'CRUDE_RATE', by: ['INSTITUTION'] });
    expect(rate.messages[0]).toContain('no population of its own');
  });

  test('four dimensions at once; what is chosen is the axis, or a part of the selection', async () => {
    const cells = await byCode({
      measure: 'CASES',
      by: ['SITE', 'SEX', 'YEAR', 'STAGE'],
      filter: { sites: ['lung', 'lung.trachea'], sexes: ['FEMALE', 'MALE'], fromYear: 2023 },
    });
    expect(cells['lung FEMALE 2023 STAGE_I']).toBe(120);
    expect(cells['lung MALE 2023 STAGE_IV']).toBe(60);
    // A part of a site beside its whole: both are counted.
    expect(cells['lung.trachea FEMALE 2024 STAGE_I']).toBe(40);
    expect(cells['lung FEMALE 2024 STAGE_I']).toBe(40);
    expect(Object.keys(cells)).toHaveLength(2 * 2 * 3 * 6 - 2 * 2 * 6);
    const chosen = { filter: { provinces: ['440000', '110000'], histologies: ['1', '3'] } };
    expect((await ask({ measure: 'CASES', ...chosen })).values).toEqual([295]);
  });

  test('behaviour: malignant alone unless it is asked for; a site with benign ones brings its own', async () => {
    expect(await byCode({ measure: 'CASES', by: ['BEHAVIOUR'] })).toMatchObject({ 3: 315, 2: 15 });
    expect((await ask({ measure: 'CASES', filter: { behaviours: ['2'] } })).values).toEqual([15]);
    expect((await ask({ measure: 'CASES', filter: { sites: ['all-but-skin'] } })).values).toEqual([
      315,
    ]);
    expect(await byCode({ measure: 'CASES', by: ['BASIS'] })).toMatchObject({
      MICROSCOPIC: 285,
      DEATH_CERTIFICATE: 30,
    });
    expect(await byCode({ measure: 'CASES', by: ['TIER'] })).toMatchObject({
      PROVINCIAL: 265,
      GENERAL: 50,
    });
  });

  test('rates are of residents under registration: cases and person-years of the same areas and years', async () => {
    const { values, numerators, denominators, about } = await ask({ measure: 'CRUDE_RATE' });
    // 2 areas × 2 years × 18 ages × 3,000.
    expect(denominators).toEqual([216_000]);
    expect(numerators).toEqual([283]);
    expect(values).toEqual([Number(((283 / 216_000) * 1e5).toPrecision(4))]);
    expect(about.population.en).toContain('counted by hand');
    expect(about.citation.en).toContain('release 1');
    const byProvince = await byCode({ measure: 'CRUDE_RATE', by: ['PROVINCE'] });
    expect(byProvince).toMatchObject({ 320000: 'NOT_REGISTERED', UNKNOWN: 'NOT_APPLICABLE' });
    expect(byProvince[110000]).toBe(Number(((50 / 108_000) * 1e5).toPrecision(4)));
    const bySite = await ask({ measure: 'CRUDE_RATE', by: ['SITE'] });
    const breast = bySite.axes[0].codes.indexOf('breast');
    // Rates of the breast are of women.
    expect(bySite.denominators[breast]).toBe(72_000);
  });

  test('age-specific rates, and the rates standardised by Segi and by Europe 2013', async () => {
    const byAge = await byCode({ measure: 'AGE_SPECIFIC_RATE', by: ['AGE', 'SEX'] });
    // 103 women of 60–64 among 1,000 for two years in two areas.
    expect(byAge['60 FEMALE']).toBe((103 / 4000) * 1e5);
    expect(byAge['70 MALE']).toBe((60 / 8000) * 1e5);
    expect(byAge['UNKNOWN FEMALE']).toBe('NOT_APPLICABLE');
    const men = { filter: { sites: ['lung'], sexes: ['MALE'] } };
    const rate = async (standard: string) =>
      (await ask({ measure: 'AGE_STANDARDISED_RATE', ...men, standard })).values[0];
    // 50 at 60–64 (4% and 6%), 60 at 70–74 (2% and 5%), each among 8,000.
    expect(await rate('SEGI')).toBe(Number(((50 * 0.04 + 60 * 0.02) / 0.08).toPrecision(3)));
    expect(await rate('ESP2013')).toBe(Number(((50 * 0.06 + 60 * 0.05) / 0.08).toPrecision(3)));
  });

  test('the same figure as the dashboard has', async () => {
    const dashboard = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Release {
      statistics { rates { crude { value lower upper } ageStandardised { value lower upper } } } } } }`;
    const { asked } = askOf(world, engine());
    const release = { __typename: 'Release', number: 1, checksum: 'written for a test' };
    const { data } = await asked(policymaker, dashboard, {
      r: [{ ...release, builtAt: '2025-12-31T04:00:00Z' }],
    });
    const { crude, ageStandardised } = data._entities[0].statistics.rates;
    const figure = async (measure: string) => {
      const { values, lower, upper } = await ask({ measure });
      return { value: values[0], lower: lower[0], upper: upper[0] };
    };
    expect(await figure('CRUDE_RATE')).toEqual(crude);
    expect(await figure('AGE_STANDARDISED_RATE')).toEqual(ageStandardised);
  });

  test('what cannot be combined is refused with the reason that the list of measures gives', async () => {
    const refused = async (question: object) => {
      const { codes, messages } = await put(question);
      expect(codes).toEqual(['BAD_USER_INPUT']);
      return messages[0];
    };
    const { asked } = askOf(world, engine());
    const { data } = await asked(
      policymaker,
      `{ statisticsMeasures(source: "release-1") { measure absent ${label} dimensions { dimension required absent { en } filterAbsent { en } notWith { dimension reason { en zh } } } } }`,
    );
    const reasonOf = (measure: string, dimension: string) =>
      data.statisticsMeasures
        .find((one: { measure: string }) => one.measure === measure)
        .dimensions.find((one: { dimension: string }) => one.dimension === dimension).absent.en;
    expect(await refused({ measure: 'CRUDE_RATE', by: ['TIER'] })).toContain(
      reasonOf('CRUDE_RATE', 'TIER'),
    );
    expect(await refused({ measure: 'AGE_STANDARDISED_RATE', by: ['AGE'] })).toContain(
      reasonOf('AGE_STANDARDISED_RATE', 'AGE'),
    );
    expect(await refused({ measure: 'CASES', by: ['FOLLOW_UP'] })).toContain(
      reasonOf('CASES', 'FOLLOW_UP'),
    );
    const together = await refused({ measure: 'CASES', by: ['PERIOD', 'YEAR'] });
    const { dimensions } = data.statisticsMeasures.find(
      (one: { measure: string }) => one.measure === 'CASES',
    );
    for (const [one, other] of [
      ['YEAR', 'PERIOD'],
      ['PERIOD', 'YEAR'],
    ]) {
      const { notWith } = dimensions.find((d: { dimension: string }) => d.dimension === one);
      expect(notWith).toMatchObject([{ dimension: other }]);
      // The page shows its reader's language of the two.
      const [{ reason }] = notWith;
      expect(together?.split(' / ')).toEqual([
        expect.stringContaining(reason.en),
        expect.stringContaining(reason.zh),
      ]);
    }
    expect(await refused({ measure: 'AGE_SPECIFIC_RATE' })).toContain('Cross age group');
    expect(await refused({ measure: 'CASES', events: 'DEATHS' })).toContain('no mortality');
    expect(await refused({ measure: 'CASES', by: ['SEX', 'SEX'] })).toContain('twice');
    expect(
      await refused({ measure: 'CASES', by: ['SEX', 'AGE', 'SITE', 'STAGE', 'YEAR'] }),
    ).toContain('Cross 4 at most');
    expect(await refused({ measure: 'CASES', by: ['SITE', 'AGE', 'PROVINCE', 'STAGE'] })).toContain(
      'fewer',
    );
    expect(await refused({ measure: 'CASES', filter: { sites: ['lungs'] } })).toContain('lung, ');
    expect(await refused({ measure: 'CASES', filter: { fromYear: 1900, toYear: 1910 } })).toContain(
      '2022',
    );
    expect(await refused({ measure: 'CRUDE_RATE', filter: { ages: ['UNKNOWN'] } })).toContain(
      'UNKNOWN',
    );
    expect(await refused({ source: 'release-9', measure: 'CASES' })).toContain('release-1');
  });

  test('sources name their dimensions; the same question is taken from the budget once', async () => {
    const { asked } = askOf(world, engine());
    const { data, messages } = await asked(
      policymaker,
      `{ statisticsSources { id kind firstYear lastYear protection events label ${label} dimensions { dimension codes labels ${label} } } }`,
    );
    expect(messages).toEqual([]);
    expect(data.statisticsSources).toMatchObject([
      { id: 'release-1', kind: 'RELEASE', firstYear: 2022, lastYear: 2024, protection: 'MOVED' },
    ]);
    const used = async () => {
      const owner = postgres(world.db.ownerUrl, { max: 1 });
      const [row] = await owner`select sum(counts)::int as n from basic.asked_counts`;
      await owner.end();
      return row?.n;
    };
    await ask({ measure: 'CASES', by: ['SEX'], filter: { sites: ['stomach', 'lung'] } });
    const before = await used();
    await ask({ measure: 'CASES', by: ['SEX'], filter: { sites: ['lung', 'stomach', 'lung'] } });
    expect(await used()).toBe(before);
  });
});
