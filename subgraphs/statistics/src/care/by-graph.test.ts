import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld, policymaker, registered } from '../testing/asked.ts';
import { many } from '../testing/by-hand.ts';

/** Colon cancers of stage III of 60 years, and what was done within the days since diagnosis. */
const colon = (
  residence: string,
  count: number,
  treated: 'CHEMOTHERAPY' | 'OPERATION' | 'NOTHING',
  more: object = {},
) =>
  many(count, {
    ...{ residence, site_group: 'colorectum', topography: 'C18.7', stage: 'STAGE_III', age: 60 },
    ...{ stage_basis: 'p', origin_days: 0, treated },
    ...more,
  } as never);

const people = [
  ...colon('110000', 20, 'CHEMOTHERAPY'),
  ...colon('110000', 10, 'OPERATION'),
  ...colon('110000', 12, 'NOTHING'),
  ...colon('440000', 30, 'CHEMOTHERAPY', { diagnosis_year: 2024 }),
  ...colon('440000', 10, 'OPERATION', { diagnosis_year: 2024 }),
  ...colon('440000', 20, 'NOTHING', { diagnosis_year: 2024 }),
  // The indicator is not of them: another stage, the rectum, in situ, another cancer.
  ...colon('110000', 15, 'OPERATION', { stage: 'STAGE_II' }),
  ...colon('110000', 15, 'OPERATION', { topography: 'C20.9' }),
  ...colon('110000', 15, 'OPERATION', { behaviour: '2' }),
  ...many(15, {}),
];
const cases = people.map((row, i) => {
  const { treated: _, ...one } = row as Record<string, string | number | null>;
  return { ...one, person_key: i + 1, case_number: 1, only_case: true };
});
const treatments = people.flatMap((row, i) => {
  const { treated } = row as Record<string, string | number | null>;
  const of = { person_key: i + 1, first_case: 1, last_case: 1 };
  const operation = { ...of, kind: 'SURGERY', start_days: 10 };
  if (treated === 'OPERATION') return [operation];
  return treated === 'CHEMOTHERAPY'
    ? [operation, { ...of, kind: 'SYSTEMIC', atc: 'L01BC06', start_days: 50 }]
    : [];
});

let world: AskedWorld;
beforeAll(async () => {
  world = await openWorld(cases as never, [registered('440000')], undefined, { treatments });
});
afterAll(() => world.close());

const met = { measure: 'QUALITY_INDICATOR', indicator: 'ACT' };
const places = { by: ['PROVINCE'], filter: { provinces: ['110000', '440000'] } };

test('met by province: of those that can be judged, in a funnel', async () => {
  const { axes, values, numerators, denominators, funnel, notes, about } = await askOf(world).ask({
    ...met,
    ...places,
  });
  expect(axes[0].codes).toEqual(['110000', '440000']);
  expect(values).toEqual([66.7, 75]);
  expect(numerators).toEqual([20, 30]);
  expect(denominators).toEqual([30, 40]);
  expect(funnel).toMatchObject({ target: 71.43, standings: ['WITHIN', 'WITHIN'] });
  expect(about.title.en).toContain('ACT Adjuvant chemotherapy of stage III colon cancer');
  expect((await askOf(world).ask(met)).about.title.en).not.toContain('all cancers');
  expect(notes[0].en).toContain('seen in part');
  expect(notes[0].en).toContain('expects 90%');
});

test('those that cannot be judged are a class of their own, by province and as a trend', async () => {
  const share = { measure: 'INDICATOR_NOT_JUDGED', indicator: 'ACT' };
  const { values, numerators, denominators } = await askOf(world).ask({ ...share, ...places });
  expect(values).toEqual([28.6, 33.3]);
  expect([numerators, denominators]).toEqual([
    [12, 20],
    [42, 60],
  ]);
  const years = await askOf(world).byCode({ ...met, by: ['YEAR'] });
  expect(years).toMatchObject({ 2023: 66.7, 2024: 75 });
});

test('definitions: all of them, and why some are not judged', async () => {
  const { data } = await askOf(world).asked(
    policymaker,
    '{ statisticsIndicators { code sites title { zh } source seen expected notJudged { en } } }',
  );
  const all: { code: string; notJudged: { en: string } | null }[] = data.statisticsIndicators;
  expect(all).toHaveLength(16);
  expect(all.find(({ code }) => code === 'ACT')?.notJudged).toBeNull();
  expect(all.find(({ code }) => code === '12RLN')?.notJudged?.en).toContain('how many nodes');
  const refused = await askOf(world).put({ ...met, indicator: '12RLN' });
  expect(refused.messages[0]).toContain('cannot be judged');
  const unknown = await askOf(world).put({ ...met, indicator: 'XYZ' });
  expect(unknown.messages[0]).toContain('Give one of CA-BC-01');
});

test('an indicator is of its own cancer, and of each institution', async () => {
  const sites = await askOf(world).put({ ...met, by: ['SITE'] });
  expect(sites.messages[0]).toContain('of its own cancer');
  const { axes, values } = await askOf(world).ask({ ...met, by: ['INSTITUTION'] });
  const all = await askOf(world).ask(met);
  // Every case of this world is of the first hospital.
  expect(values[axes[0].codes.indexOf('H1')]).toBe(all.values[0]);
});
