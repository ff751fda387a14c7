import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CohortDefinition } from '@nodp/cohorts';
import { type DisclosureRule, defaultRule } from '@nodp/disclosure';
import { cohortsInMemory, openDuckdb, readCaseColumns, type SurvivalSets } from '@nodp/warehouse';
import { writeRelease } from '@nodp/warehouse/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { shownArms, toldArm } from './shown-arms.ts';
import { hazardRatioOfShown } from './shown-hazard-ratio.ts';
import { logRankOfShown } from './shown-log-rank.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const given = { treatment: { drugs: ['cisplatin'] } };
const arms: CohortDefinition[] = [given, { not: given }];

/**
 * Persons whose hazard of death is one in 600 days until they are treated and `ratio` times as high afterwards. Half of
 * them would be treated, on a day of its own (mean 400) that knows nothing of them: what is compared is known by construction.
 */
const population = async (persons: number, ratio: number) => {
  let state = 7;
  const unit = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
  const wait = (mean: number) => -mean * Math.log(unit());
  const people = Array.from({ length: persons }, (_, i) => {
    const [death, treatment] = [wait(600), i % 2 === 0 ? wait(400) : Number.POSITIVE_INFINITY];
    const treated = treatment < death;
    const end = Math.ceil(treated ? treatment + wait(600 / ratio) : death);
    const day = treated ? Math.max(1, Math.floor(treatment)) : null;
    return { person_key: i + 1, end, day: day !== null && day < Math.min(end, 2000) ? day : null };
  });
  const folder = await mkdtemp(join(tmpdir(), 'nodp-immortal-'));
  folders.push(folder);
  await writeRelease(folder, {
    cases: people.map(({ person_key, end }) => ({
      ...{ person_key, case_number: 1, only_case: true, site_group: 'lung', behaviour: '3' },
      ...{ origin_days: 0, survival_days: Math.min(end, 2000), died: end <= 2000 },
    })),
    treatments: people.flatMap(({ person_key, day }) =>
      day === null ? [] : [{ person_key, kind: 'SYSTEMIC', drug: 'cisplatin', start_days: day }],
    ),
  });
  const engine = await openDuckdb(folder);
  const cohorts = cohortsInMemory(await readCaseColumns(engine), engine);
  const answer = {
    fromDiagnosis: await cohorts.survival(arms),
    overTime: await cohorts.survivalOverTime(arms),
    after: await cohorts.afterTreatment(given, given),
  };
  await engine.close();
  return answer;
};

const still: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };

const compared = (sets: SurvivalSets, overTime: boolean, rule: DisclosureRule) => {
  const shown = shownArms(sets, 60, overTime, rule);
  const arms = shown.arms.map((arm) => toldArm(arm, (set) => set, rule));
  const points = arms.map((arm) => arm.points);
  return {
    ...{ from: shown.from, arms },
    ratio: hazardRatioOfShown(points),
    pValue: logRankOfShown(points, overTime)?.pValue ?? null,
  };
};

describe.each([
  ['does nothing', 1],
  ['doubles the hazard', 2],
])('a treatment that %s', (_, ratio) => {
  const found = population(6000, ratio);

  test('from diagnosis it seems to save lives: nobody treated could die before the treatment', async () => {
    const { ratio: seen } = compared((await found).fromDiagnosis, false, still);
    expect(seen?.upper).toBeLessThan(ratio * 0.75);
  });

  test.each([
    ['counts as they are', still],
    ['counts as they are shown', defaultRule],
  ])('by delayed entry it has the ratio it was given, from %s', async (__, rule) => {
    const { ratio: seen, arms: shown, from, pValue } = compared((await found).overTime, true, rule);
    // The interval of a study of this size holds the truth, and is narrow enough to tell.
    expect(seen?.lower).toBeLessThan(ratio);
    expect(seen?.upper).toBeGreaterThan(ratio);
    expect((seen?.upper as number) / (seen?.lower as number)).toBeLessThan(1.35);
    expect(from).toBeLessThan(3);
    expect(shown[0]?.result.curve[0]).toMatchObject({ months: from, survival: 1 });
    if (ratio === 2) expect(pValue).toBeLessThan(1e-6);
    else expect(pValue).toBeGreaterThan(0.001);
  });
});

test('from the start of the treatment survival is that of the hazard it was given', async () => {
  const ratio = 2;
  const { after } = await population(6000, ratio);
  const [exact] = shownArms(after.overall, 36, false, still).arms;
  const treated = exact && toldArm(exact, (set) => set, still);
  const at = (months: number) =>
    treated?.result.curve.find((point) => point.months === months)?.survival ?? Number.NaN;
  for (const months of [6, 12, 24]) {
    const truth = Math.exp((-months * 30.4375 * ratio) / 600);
    expect(Math.abs(at(months) - truth), `${months} months`).toBeLessThan(0.04);
  }
});

test('an arm that nobody comes into has no curve, and nothing is compared', async () => {
  const { overTime } = await population(40, 1);
  const empty = { ...overTime, arm: overTime.arm.map(() => 1) };
  const { ratio, arms: shown } = compared(empty, true, still);
  expect(ratio).toBeNull();
  expect(shown[0]?.result.curve).toEqual([]);
});
