import { funnelLimits } from '@nodp/biostatistics';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld, registered } from '../testing/asked.ts';
import { many } from '../testing/by-hand.ts';
import { funnelOf } from './funnel.ts';

/** Cases of a province, so many of them microscopically verified, the others known from death certificates only. */
const province = (residence: string | null, all: number, verified: number) => [
  ...many(verified, { residence }),
  ...many(all - verified, { residence, basis_of_diagnosis: '0' }),
];
const cases = [
  ...province('110000', 400, 360),
  ...province('440000', 600, 540),
  ...province('320000', 60, 36),
  ...province('330000', 100, 78),
  // Too few for a figure, and those whom the first would be told by.
  ...province('340000', 5, 5),
  ...province('350000', 12, 12),
  ...province(null, 40, 20),
].map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true }));

let world: AskedWorld;
beforeAll(async () => {
  world = await openWorld(cases, [registered('440000'), registered('110000')]);
});
afterAll(() => world.close());

const verified = { measure: 'MICROSCOPIC_SHARE', by: ['PROVINCE'] };
const compared = ['110000', '320000', '330000', '440000'];

test('provinces against all of them together: exact limits at the number of cases of each', async () => {
  const { axes, values, states, denominators, funnel } = await askOf(world).ask(verified);
  const codes: string[] = axes[0].codes;
  const at = (code: string) => codes.indexOf(code);
  expect(compared.map((code) => values[at(code)])).toEqual([90, 60, 78, 90]);
  // 360 + 540 + 36 + 78 of 1,160: those whose province is not known are no place.
  const target = 1014 / 1160;
  expect(funnel.target).toBe(87.41);
  expect(Object.fromEntries(compared.map((code) => [code, funnel.standings[at(code)]]))).toEqual({
    110000: 'WITHIN',
    320000: 'BELOW_998',
    330000: 'BELOW_95',
    440000: 'WITHIN',
  });
  const of = compared.map((code) => denominators[at(code)]);
  const columns = [
    ['lower95', 0.95, 'lower'],
    ['upper95', 0.95, 'upper'],
    ['lower998', 0.998, 'lower'],
    ['upper998', 0.998, 'upper'],
  ] as const;
  for (const [column, level, side] of columns) {
    const limits = funnelLimits('proportion', side === 'lower' ? target : 1 - target, of, level);
    expect(compared.map((code) => funnel.cells[column][at(code)])).toEqual(
      limits.map(({ lower }) => Number((100 * (side === 'lower' ? lower : 1 - lower)).toFixed(2))),
    );
  }
  expect(states[at('340000')]).toBe('SUPPRESSED');
  for (const [cell, code] of codes.entries()) {
    expect(funnel.standings[cell] !== null).toBe(compared.includes(code));
    expect(funnel.cells.upper95[cell] !== null).toBe(compared.includes(code));
  }
});

test('curves run from the smallest to the largest province through the limits of both', async () => {
  const { axes, funnel } = await askOf(world).ask(verified);
  const { denominators, lower998, upper998 } = funnel.curves;
  const at = (code: string) => axes[0].codes.indexOf(code);
  expect([denominators[0], denominators.at(-1)]).toEqual([60, 600]);
  expect(lower998[0]).toBe(funnel.cells.lower998[at('320000')]);
  expect(upper998.at(-1)).toBe(funnel.cells.upper998[at('440000')]);
  expect(denominators).toEqual([...new Set(denominators)].sort((a, b) => Number(a) - Number(b)));
});

test('dispersion: places that differ by far more than chance', async () => {
  const { funnel } = await askOf(world).ask(verified);
  expect(funnel.dispersion).toBeGreaterThan(5);
  const alike = await askOf(world).ask({
    ...verified,
    filter: { provinces: ['110000', '440000'] },
  });
  expect(alike.funnel).toMatchObject({ target: 90, dispersion: 0 });
});

test.each([
  ['a count', { measure: 'CASES', by: ['PROVINCE'] }],
  ['no place', { measure: 'MICROSCOPIC_SHARE', by: ['SEX'] }],
  ['places by sex', { measure: 'MICROSCOPIC_SHARE', by: ['PROVINCE', 'SEX'] }],
  ['one place', { ...verified, filter: { provinces: ['110000'] } }],
])('%s has no funnel', async (_, question) => {
  expect((await askOf(world).ask(question)).funnel).toBeNull();
});

test('registries: those under none are no place', async () => {
  const { axes, funnel } = await askOf(world).ask({ ...verified, by: ['REGISTRY'] });
  expect(funnel.target).toBe(90);
  expect(funnel.standings[axes[0].codes.indexOf('NONE')]).toBeNull();
});

/** Where one place stands beside one so large that its share is the target. */
const standingAt = (part: number, of: number, target: number) => {
  const all = 1e9;
  const cells = [
    [part, of],
    [Math.round(target * all), all],
  ].map(([numerator = 0, denominator = 1]) => ({
    ...{
      state: 'SHOWN' as const,
      value: (100 * numerator) / denominator,
      lower: null,
      upper: null,
    },
    ...{ numerator, denominator },
  }));
  const values = ['110000', '120000'].map((code) => ({ code, label: { en: code, zh: code } }));
  return funnelOf([{ dimension: 'PROVINCE', values }], cells)?.standings[0];
};

// Chances of so many or more (so few or fewer) by R 4.2's pbinom.
test.each([
  ['all of 22 comes in 18 of 100', 22, 22, 0.926, 'WITHIN'],
  ['all of 47 in 2.7 of 100', 47, 47, 0.926, 'WITHIN'],
  ['all of 48 in 2.496 of 100', 48, 48, 0.926, 'ABOVE_95'],
  ['all of 89 in 1.07 of 1,000', 89, 89, 0.926, 'ABOVE_95'],
  ['all of 90 in 0.99 of 1,000', 90, 90, 0.926, 'ABOVE_998'],
  ['3 of 10 in 7 of 100', 3, 10, 0.1, 'WITHIN'],
  ['4 of 10 in 1.3 of 100', 4, 10, 0.1, 'ABOVE_95'],
  ['5 of 10 in 1.6 of 1,000', 5, 10, 0.1, 'ABOVE_95'],
  ['6 of 10 in 0.15 of 1,000', 6, 10, 0.1, 'ABOVE_998'],
  ['540 of 600 in 2.9 of 100', 540, 600, 1014 / 1160, 'WITHIN'],
  ['541 of 600 in 2.2 of 100', 541, 600, 1014 / 1160, 'ABOVE_95'],
  ['none of 35 in 2.503 of 100', 0, 35, 0.1, 'WITHIN'],
  ['none of 36 in 2.25 of 100', 0, 36, 0.1, 'BELOW_95'],
  ['none of 65 in 1.06 of 1,000', 0, 65, 0.1, 'BELOW_95'],
  ['none of 66 in 0.955 of 1,000', 0, 66, 0.1, 'BELOW_998'],
])('a place stands outside where its number is rare: %s', (_, part, of, target, standing) => {
  expect(standingAt(part, of, target)).toBe(standing);
});

test('those with it stand above where those without it stand below', () => {
  const mirrored = { WITHIN: 'WITHIN', ABOVE_95: 'BELOW_95', ABOVE_998: 'BELOW_998' } as const;
  const other = { ...mirrored, BELOW_95: 'ABOVE_95', BELOW_998: 'ABOVE_998' } as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }).chain((of) => fc.tuple(fc.nat(of), fc.constant(of))),
      fc.integer({ min: 5, max: 95 }),
      ([part, of], percent) => {
        const standing = standingAt(part, of, percent / 100);
        expect(standing).toBeDefined();
        expect(standingAt(of - part, of, 1 - percent / 100)).toBe(
          other[standing as keyof typeof other],
        );
      },
    ),
  );
});
