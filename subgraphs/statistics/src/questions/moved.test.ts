import { defaultRule } from '@nodp/disclosure';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld, registered } from '../testing/asked.ts';
import { byHand, many } from '../testing/by-hand.ts';

/** The world worked by hand, and enough women and men of two sites and all stages that most cells are shown: counts moved. */
const stages = ['STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV'];
const cases = [
  ...byHand,
  ...stages.flatMap((stage, i) =>
    ['FEMALE', 'MALE'].flatMap((sex, j) =>
      ['lung', 'stomach'].flatMap((site_group) =>
        [2023, 2024].flatMap((diagnosis_year) =>
          many(20 + 7 * i + 5 * j, { stage, sex, site_group, topography: null, diagnosis_year }),
        ),
      ),
    ),
  ),
].map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true }));

let world: AskedWorld;
beforeAll(async () => {
  world = await openWorld(cases, [registered('440000'), registered('110000')], defaultRule);
});
afterAll(() => world.close());

const sites = { sites: ['lung', 'stomach'], sexes: ['FEMALE', 'MALE'] };

test('the same persons have the same number, however they are asked for', async () => {
  const { byCode, ask } = askOf(world);
  const crossed = await byCode({ measure: 'CASES', by: ['SITE', 'SEX', 'YEAR'], filter: sites });
  const turned = await byCode({ measure: 'CASES', by: ['YEAR', 'SEX', 'SITE'], filter: sites });
  let compared = 0;
  for (const [cell, value] of Object.entries(crossed)) {
    expect(turned[cell.split(' ').reverse().join(' ')]).toBe(value);
    if (typeof value !== 'number') continue;
    const [site = '', sex = '', year = ''] = cell.split(' ');
    const single = await ask({
      measure: 'CASES',
      filter: { sites: [site], sexes: [sex], fromYear: Number(year), toYear: Number(year) },
    });
    expect(single.values).toEqual([value]);
    compared++;
  }
  expect(compared).toBeGreaterThan(5);
});

test('a selection of several values is the sum of what each alone is: an average of selections finds no more', async () => {
  const { ask, byCode } = askOf(world);
  const bySite = await byCode({ measure: 'CASES', by: ['SITE'], filter: { sites: sites.sites } });
  const { values } = await ask({ measure: 'CASES', filter: { sites: sites.sites } });
  expect(values).toEqual([(bySite.lung as number) + (bySite.stomach as number)]);
});

test('ratios, differences and shares are made of what is shown, and tell no more than it', async () => {
  const { ask } = askOf(world);
  const rate = async (sex: string) => {
    const { values } = await ask({
      measure: 'AGE_STANDARDISED_RATE',
      filter: { sites: ['lung'], sexes: [sex] },
    });
    return values[0] as number;
  };
  const compared = async (measure: string) => {
    const { values } = await ask({
      measure,
      filter: { sites: ['lung'], sexes: ['MALE'] },
      comparedWith: { sexes: ['FEMALE'] },
    });
    return values[0] as number;
  };
  const [men, women] = [await rate('MALE'), await rate('FEMALE')];
  expect(await compared('RATE_RATIO')).toBe(Number((men / women).toPrecision(3)));
  expect(await compared('RATE_DIFFERENCE')).toBe(Number((men - women).toPrecision(3)));
  const share = await ask({ measure: 'EARLY_STAGE_SHARE', by: ['SEX'], filter: sites });
  share.values.forEach((value: number | null, i: number) => {
    if (value === null) return;
    const [part, of] = [share.numerators[i] as number, share.denominators[i] as number];
    expect(value).toBe(Number(((100 * part) / of).toFixed(1)));
  });
  expect(share.states).toContain('SHOWN');
});

test('a crude rate is of its numerator as shown; no numerator is below the minimum', async () => {
  const { ask } = askOf(world);
  for (const by of [
    ['SITE', 'SEX'],
    ['YEAR', 'PROVINCE', 'SEX'],
    ['AGE', 'SITE'],
  ]) {
    const { values, numerators, denominators } = await ask({ measure: 'CRUDE_RATE', by });
    values.forEach((value: number | null, i: number) => {
      if (value === null) {
        expect(numerators[i]).toBeNull();
        return;
      }
      expect(numerators[i]).toBeGreaterThanOrEqual(10);
      expect(value).toBe(Number(((numerators[i] / denominators[i]) * 1e5).toPrecision(4)));
    });
  }
});
