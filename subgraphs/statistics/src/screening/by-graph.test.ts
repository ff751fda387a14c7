import { attributableFraction } from '@nodp/biostatistics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld } from '../testing/asked.ts';
import { many } from '../testing/by-hand.ts';

const cases = [
  ...many(30, { detection: 'SCREENING', registration: 'WITHIN_6_MONTHS' }),
  ...many(20, { detection: 'INCIDENTAL', registration: 'WITHIN_12_MONTHS' }),
  ...many(50, { detection: 'SYMPTOMS', registration: 'WITHIN_24_MONTHS' }),
  ...many(40, { detection: null, registration: 'TOO_RECENT' }),
  ...many(25, { sex: 'MALE', detection: 'SYMPTOMS', registration: 'LATER' }),
  // Too young for the relative risks of smoking.
  ...many(15, { sex: 'MALE', age_group: 30, detection: 'SYMPTOMS', registration: null }),
].map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true }));

/** As many persons alike in a year of a programme. */
const rounds = (count: number, of: object) =>
  many(count, {}).map(() => ({
    ...{ programme: 'lung', year: 2023, sex: 'MALE', age_group: 55, residence: '440000' },
    ...{ invited: true, attended: true, result: 'NEGATIVE', outcome: null, stage: null },
    ...of,
  }));
const screening = [
  ...[
    ...rounds(40, { attended: false, result: null }),
    ...rounds(60, {}),
    ...rounds(20, { result: 'POSITIVE' }),
    ...rounds(15, { result: 'POSITIVE', outcome: 'SCREEN_DETECTED', stage: 'STAGE_I' }),
    ...rounds(10, { result: 'POSITIVE', outcome: 'SCREEN_DETECTED', stage: 'STAGE_IV' }),
    ...rounds(12, { outcome: 'INTERVAL_CANCER', stage: 'STAGE_III' }),
    ...rounds(11, { result: 'UNKNOWN' }),
    // Nobody invited them.
    ...rounds(30, { programme: 'breast', sex: 'FEMALE', invited: false, year: 2022 }),
  ].map((row, i) => ({ ...row, person_key: i + 1 })),
  // Ten years of three persons.
  ...rounds(30, { programme: 'liver' }).map((row, i) => ({
    ...row,
    year: 2010 + Math.floor(i / 3),
    person_key: 1000 + (i % 3),
  })),
];

let world: AskedWorld;
beforeAll(async () => {
  world = await openWorld(cases as never, [], undefined, { screening: screening as never });
});
afterAll(() => world.close());

const asked = (measure: string, more: object = {}) => askOf(world).ask({ measure, ...more });
const lung = { filter: { sites: ['lung'] } };
const one = async (measure: string, more: object = lung) => {
  const { values, numerators, denominators } = await asked(measure, more);
  return [values[0], numerators[0], denominators[0]];
};

test('invited, attended, positive, found, in between: each share of a programme by hand', async () => {
  expect(await one('SCREENING_ATTENDANCE')).toEqual([76.2, 128, 168]);
  // 45 of 117 with a known result.
  expect(await one('SCREENING_POSITIVE')).toEqual([38.5, 45, 117]);
  expect(await one('SCREENING_DETECTION')).toEqual([19.5, 25, 128]);
  expect(await one('SCREENING_PREDICTIVE_VALUE')).toEqual([55.6, 25, 45]);
  expect(await one('SCREENING_EARLY_STAGE')).toEqual([60, 15, 25]);
  expect(await one('INTERVAL_CANCER_SHARE')).toEqual([32.4, 12, 37]);
});

test('by programme, year, sex and province; a site without a programme has none', async () => {
  const { axes, values, states } = await asked('SCREENING_POSITIVE', { by: ['SITE'] });
  const at = (code: string) => axes[0].codes.indexOf(code);
  expect(values[at('lung')]).toBe(38.5);
  expect(states[at('pancreas')]).toBe('NOT_APPLICABLE');
  const year = await askOf(world).byCode({ measure: 'SCREENING_ATTENDANCE', by: ['SEX'], ...lung });
  expect(year).toMatchObject({ MALE: 76.2 });
  const { messages } = await askOf(world).put({ measure: 'SCREENING_ATTENDANCE', by: ['STAGE'] });
  expect(messages[0]).toContain('by programme, sex, age, year and province');
});

test('many years of few persons are no more than they', async () => {
  const liver = { filter: { sites: ['liver'] } };
  const { states } = await asked('SCREENING_ATTENDANCE', liver);
  expect(states).toEqual(['SUPPRESSED']);
});

test('how a case was found is a dimension, unknown its own class', async () => {
  const found = await askOf(world).byCode({ measure: 'CASES', by: ['SCREENING'] });
  expect(found).toEqual({ SCREENING: 30, INCIDENTAL: 20, SYMPTOMS: 90, UNKNOWN: 40 });
  // Of 140 of which it is known.
  expect(await one('SCREEN_DETECTED_SHARE', {})).toEqual([21.4, 30, 140]);
  const chosen = await asked('CASES', { filter: { screenings: ['SCREENING'] } });
  expect(chosen.values).toEqual([30]);
});

test('timeliness: of cases that can be judged, those received within a year', async () => {
  expect(await one('TIMELY_SHARE', {})).toEqual([40, 50, 125]);
  const spans = await askOf(world).byCode({ measure: 'CASES', by: ['REGISTRATION'] });
  expect(spans).toMatchObject({ WITHIN_6_MONTHS: 30, TOO_RECENT: 40, UNKNOWN: 15 });
});

test('if nobody smoked: by the relative risk and the prevalence of each sex', async () => {
  const measure = 'SMOKING_ATTRIBUTABLE';
  const men = { filter: { sites: ['lung'], sexes: ['MALE'] } };
  const { values, lower, numerators, notes } = await asked(measure, men);
  const fraction = attributableFraction(0.5047, 2.51);
  expect(fraction).toBeCloseTo(0.7621 / 1.7621, 3);
  expect(numerators).toEqual([25]);
  expect(values[0]).toBeCloseTo(25 * fraction, 1);
  expect(lower[0]).toBeCloseTo(25 * attributableFraction(0.5047, 2.18), 1);
  expect(notes[0].en).toContain('2018 China Adult Tobacco Survey');
  // Both sexes of all cancers are the sum of each.
  const both = await asked(measure);
  const own = 140 * attributableFraction(0.0207, 1.42) + 25 * attributableFraction(0.5047, 1.44);
  expect(both.values[0]).toBeCloseTo(own, 1);
  // The study gives women no risk of the lung.
  const sexes = await askOf(world).byCode({ measure, by: ['SEX'], ...lung });
  expect(sexes).toMatchObject({ FEMALE: 'NO_REFERENCE', UNKNOWN: 'NOT_APPLICABLE' });
});
