import { funnelLimits } from '@nodp/biostatistics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld, registered } from '../testing/asked.ts';
import { many } from '../testing/by-hand.ts';

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
    440000: 'ABOVE_95',
  });
  const of = compared.map((code) => denominators[at(code)]);
  const columns = [
    ['lower95', 0.95, 'lower'],
    ['upper95', 0.95, 'upper'],
    ['lower998', 0.998, 'lower'],
    ['upper998', 0.998, 'upper'],
  ] as const;
  for (const [column, level, side] of columns) {
    const limits = funnelLimits('proportion', target, of, level);
    expect(compared.map((code) => funnel.cells[column][at(code)])).toEqual(
      limits.map((limit) => Number((100 * limit[side]).toFixed(2))),
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
