import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coxRegression,
  inverseProbabilityWeights,
  kaplanMeier,
  propensityScores,
  survivalAt,
} from '@nodp/biostatistics';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import { writeRelease } from '@nodp/warehouse/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { research } from '../index.ts';

const unit = (() => {
  let state = 29;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
})();

/** Lung cancers are more often of men, who die sooner; the site itself changes nothing. */
const people = Array.from({ length: 1200 }, (_, i) => {
  const male = unit() < 0.5;
  const lung = unit() < (male ? 0.75 : 0.3);
  const death = -Math.log(unit()) * (male ? 400 : 1400);
  const last = 300 + 1600 * unit();
  return {
    ...{ person_key: i + 1, case_number: 1, only_case: true, behaviour: '3', origin_days: 0 },
    site_group: lung ? 'lung' : 'stomach',
    sex: male ? 'MALE' : 'FEMALE',
    age: 35 + Math.floor(50 * unit()),
    stage: 'STAGE_II',
    survival_days: Math.ceil(Math.min(death, last)),
    died: death <= last,
    cancer_death: death <= last ? true : null,
  };
});
const of = (site: string) => people.filter(({ site_group }) => site_group === site);
const given = (person_key: number, drug: string, start_days: number, line: number) => ({
  ...{ person_key, kind: 'SYSTEMIC', drug, regimen: null, line, start_days },
  ...{ first_case: null, last_case: null, duration_days: 90 },
});
/** Half have cisplatin first; of these a third have docetaxel next; seven persons something of their own. */
const treatments = people.flatMap(({ person_key: key }) => [
  ...(key % 2 === 0 ? [given(key, 'cisplatin', 20, 1)] : []),
  ...(key % 6 === 0 ? [given(key, 'docetaxel', 200, 2)] : []),
  ...(key % 171 === 1 ? [given(key, 'bevacizumab', 30, 1)] : []),
]);
const variants = people.flatMap(({ person_key: key }) =>
  key % 3 === 0
    ? []
    : [
        {
          ...{ person_key: key, gene: 'EGFR', result: key % 4 === 0 ? 'FOUND' : 'NOT_FOUND' },
          ...{ kind: null, protein: null, first_case: null, last_case: null, fraction: null },
          ...{ origin: null, tested_days: 0 },
        },
      ],
);
/** CEA that falls by the quarter; one person is far from all others. */
const results = people.flatMap(({ person_key: key }) =>
  [10, 100, 190].map((day, step) => ({
    ...{ person_key: key, analyte: '2039-6', result_days: day },
    value: key === 5 ? 90_000 : 50 - 10 * step + (key % 11) - 5,
  })),
);

let db: TestDatabase;
let sql: postgres.Sql;
let folder: string;
let quiet: Releases;
let guarded: Releases;
beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  folder = await mkdtemp(join(tmpdir(), 'nodp-figures-'));
  const path = join(folder, folderOf(1));
  await mkdir(path);
  await writeRelease(path, { cases: people, variants, treatments, results });
  await sql`insert into research.release (number, built_at, built_by, persons, cases, first_year, last_year, checksum, vocabulary)
    values (1, now(), 'test', 1200, 1200, 2015, 2024, ${'2'.repeat(64)}, 'test')`;
  const rule = { minimumCell: 1, variance: 1e-6, deviation: 1, never: [] };
  quiet = createReleases({ folder, rule });
  guarded = createReleases({ folder });
});
afterAll(async () => {
  await quiet.close();
  await guarded.close();
  await sql.end();
  await db.end();
  await rm(folder, { recursive: true });
});

const anna = principalOf('RESEARCHER', null);
const arms = [{ site: ['lung'] }, { site: ['stomach'] }];
const askOf = (releases: Releases) => askerOf(research, db.database, undefined, { releases });
const ask = async (query: string, variables: object, releases = quiet) => {
  const { data, messages } = await askOf(releases)(
    anna,
    query,
    variables as Record<string, unknown>,
  );
  expect(messages).toEqual([]);
  return data;
};
const codes = async (query: string, variables: object) =>
  (await askOf(quiet)(anna, query, variables as Record<string, unknown>)).codes;
type Value = { value: number | null };

const courses = `query ($comparison: ComparisonInput!, $lines: Int) { treatmentCourses(comparison: $comparison, lines: $lines) {
  inSeveralArms { value } arms { persons { value } rest { value } courses { lines { en } end persons { value } } } } }`;
interface Course {
  readonly lines: readonly { readonly en: string }[];
  readonly end: string;
  readonly persons: Value;
}

test('courses of treatment are counted once a person, by line and by what came after', async () => {
  const { treatmentCourses } = await ask(courses, { comparison: { arms } });
  treatmentCourses.arms.forEach(
    (arm: { persons: Value; rest: Value; courses: readonly Course[] }, place: number) => {
      const own = of(place === 0 ? 'lung' : 'stomach');
      expect(arm.persons.value).toBe(own.length);
      const told = arm.courses.reduce((sum, { persons }) => sum + (persons.value ?? 0), 0);
      expect(told + (arm.rest.value ?? 0)).toBe(own.length);
      const counted = (lines: string, end: string) =>
        arm.courses.find(
          (course) => course.end === end && course.lines.map(({ en }) => en).join(' > ') === lines,
        )?.persons.value;
      const both = own.filter(({ person_key: key }) => key % 6 === 0 && key % 171 !== 1);
      expect(counted('cisplatin > docetaxel', 'DIED')).toBe(both.filter((o) => o.died).length);
      expect(counted('cisplatin > docetaxel', 'NO_FURTHER_LINE')).toBe(
        both.filter((o) => !o.died).length,
      );
      const untreated = own.filter(({ person_key: key }) => key % 2 === 1 && key % 171 !== 1);
      expect(counted('', 'DIED')).toBe(untreated.filter((o) => o.died).length);
    },
  );
  // With one line told apart, who had another is told so.
  const { treatmentCourses: one } = await ask(courses, { comparison: { arms }, lines: 1 });
  const later = one.arms[0].courses.find(({ end }: Course) => end === 'LATER_LINE');
  expect(later.lines).toEqual([{ en: 'cisplatin' }]);
  expect(await codes(courses, { comparison: { arms }, lines: 6 })).toEqual(['BAD_USER_INPUT']);
});

test('under the rule of the platform no course of a few persons is told, nor that it is there', async () => {
  const { treatmentCourses } = await ask(courses, { comparison: { arms } }, guarded);
  for (const arm of treatmentCourses.arms) {
    for (const { persons, lines } of arm.courses as Course[]) {
      expect(persons.value).toBeGreaterThanOrEqual(10);
      expect(lines.map(({ en }) => en).join()).not.toContain('bevacizumab');
    }
    expect(arm.rest.value).toBeGreaterThanOrEqual(10);
  }
});

test('courses of cohorts that differ by a few persons are told alike', async () => {
  const told = async (lung: object) => {
    const comparison = { arms: [lung, { site: ['stomach'] }] };
    const { treatmentCourses } = await ask(courses, { comparison }, guarded);
    const { courses: own, rest } = treatmentCourses.arms[0];
    return JSON.stringify([own.map(({ persons }: Course) => persons.value).toSorted(), rest.value]);
  };
  const all = await told({ site: ['lung'] });
  let tried = 0;
  for (let age = 35; age < 85; age++) {
    const few = of('lung').filter((one) => one.age === age).length;
    if (few === 0 || few >= 8) continue;
    tried++;
    const without = { all: [{ site: ['lung'] }, { not: { age: { from: age, to: age } } }] };
    expect([all, '[[],null]']).toContain(await told(without));
    if (tried === 3) break;
  }
});

test('patterns of genes are as wide as their persons are many, sorted as an OncoPrint is', async () => {
  const query = `query ($comparison: ComparisonInput!, $genes: [String!]!, $tracks: [CoxCovariate!]) {
    alterationPatterns(comparison: $comparison, genes: $genes, tracks: $tracks) { genes tracks { en }
      arms { persons { value } rest { value } patterns { persons { value } genes tracks { en } } } } }`;
  const { alterationPatterns } = await ask(query, {
    ...{ comparison: { arms }, genes: ['EGFR', 'TP53'], tracks: ['SEX'] },
  });
  const [lung] = alterationPatterns.arms;
  const kinds = lung.patterns.map(
    (one: { genes: string[]; tracks: { en: string }[]; persons: Value }) =>
      `${one.genes[0]} ${one.tracks[0]?.en} ${one.persons.value}`,
  );
  const counted = (sex: string, belongs: (key: number) => boolean) =>
    of('lung').filter((one) => one.sex === sex && belongs(one.person_key)).length;
  const found = (key: number) => key % 3 !== 0 && key % 4 === 0;
  expect(kinds).toContain(`ALTERED male ${counted('MALE', found)}`);
  expect(kinds).toContain(`NOT_TESTED female ${counted('FEMALE', (key) => key % 3 === 0)}`);
  const order = ['ALTERED', 'NOT_ALTERED', 'NOT_TESTED'];
  const states = lung.patterns.map((one: { genes: string[] }) => order.indexOf(one.genes[0] ?? ''));
  expect(states).toEqual(states.toSorted());
  for (const bad of [
    { genes: [] },
    { genes: ['no gene'] },
    { genes: ['TP53'], tracks: ['SEX', 'STAGE', 'AGE_GROUP'] },
  ])
    expect(await codes(query, { comparison: { arms }, ...bad })).toEqual(['BAD_USER_INPUT']);
});

test('trajectories are quartiles of those measured, quarter by quarter, and of no single person', async () => {
  const query = `query ($comparison: ComparisonInput!, $analyte: String!) { laboratoryTrajectories(comparison: $comparison, analyte: $analyte) {
    unit analyte { en } arms { persons { value } steps { months persons { value } lower median upper } } } }`;
  const asked = { comparison: { arms, months: 12 }, analyte: '2039-6' };
  const { laboratoryTrajectories: exact } = await ask(query, asked);
  exact.arms.forEach((arm: { persons: Value; steps: object[] }, place: number) => {
    const own = of(place === 0 ? 'lung' : 'stomach');
    expect(arm.persons.value).toBe(own.length);
    expect(arm.steps).toHaveLength(5);
    for (const [step, day] of [10, 100, 190].entries()) {
      const values = own
        .map((one) => results.find((r) => r.person_key === one.person_key && r.result_days === day))
        .map((r) => r?.value ?? 0)
        .toSorted((a, b) => a - b);
      expect(arm.steps[step + 1]).toMatchObject({
        months: 3 * step,
        persons: { value: own.length },
      });
      const { median } = arm.steps[step + 1] as { median: number };
      expect(Math.abs(median - (values[Math.round(0.5 * (values.length - 1))] ?? 0))).toBeLessThan(
        1.01,
      );
    }
    expect(arm.steps[4]).toMatchObject({ persons: { value: null }, median: null });
  });
  // A handful of persons have no quartiles, though one of them has a value like no other.
  const few = { age: { from: people[4]?.age, to: people[4]?.age } };
  const { laboratoryTrajectories: shown } = await ask(
    query,
    {
      ...asked,
      comparison: { arms: [{ all: [few, arms[0]] }, { all: [few, arms[1]] }], months: 12 },
    },
    guarded,
  );
  for (const arm of shown.arms)
    for (const step of arm.steps) expect(step.upper ?? 0).toBeLessThan(90_000);
  expect(await codes(query, { ...asked, analyte: '1-1' })).toEqual(['BAD_USER_INPUT']);
});

const weighted = `query ($comparison: ComparisonInput!, $covariates: [CoxCovariate!]!) { weightedComparison(comparison: $comparison, covariates: $covariates) {
  refused { en } persons { value } withoutOverlap { value } balance { name { en } before after levels { label { en } shares { before after } } }
  arms { persons { value } events { value } effective curve { months share lower upper } ratio { value lower upper } } } }`;

test('weights make the cohorts alike, and the weighted ratio is that of the rows with robust variance', async () => {
  const { weightedComparison: shown } = await ask(weighted, {
    ...{ comparison: { arms }, covariates: ['SEX'] },
  });
  expect(shown.refused).toBeNull();
  const [sex] = shown.balance;
  expect(sex.before).toBeGreaterThan(0.5);
  expect(sex.after).toBeLessThan(0.02);
  const lung = people.map((one) => (one.site_group === 'lung' ? 1 : 0));
  const male = people.map((one) => (one.sex === 'MALE' ? 1 : 0));
  const { score } = propensityScores({ treated: lung, covariates: [male] });
  const weight = inverseProbabilityWeights(lung, score, {
    ...{ stabilised: true, truncate: [0.01, 0.99] },
  });
  const time = people.map((one) => one.survival_days);
  const event = people.map((one) => (one.died ? 1 : 0));
  const model = coxRegression({
    ...{ time, event, weight, robust: true },
    covariates: [lung.map((one) => 1 - one)],
  });
  const [log = 0, error = 0] = [model.coefficients[0], model.standardErrors[0]];
  const { ratio } = shown.arms[1];
  expect(Math.abs(Math.log(ratio.value) - log)).toBeLessThan(0.02);
  expect(Math.abs(Math.log(ratio.lower) - (log - 1.96 * error))).toBeLessThan(0.03);
  // Without weights the site seems to matter, with them it does not.
  expect(ratio.lower).toBeLessThan(1);
  expect(ratio.upper).toBeGreaterThan(1);
  const rows = [...people.keys()].filter((i) => lung[i] === 1);
  const curve = kaplanMeier({
    time: rows.map((i) => time[i] as number),
    event: rows.map((i) => event[i] as number),
    weight: rows.map((i) => weight[i] as number),
    variance: 'robust',
  });
  const months = shown.arms[0].curve.filter((point: { months: number }) => point.months % 12 === 0);
  for (const point of months) {
    const [at] = survivalAt(curve, [point.months * 30.4375]);
    expect(Math.abs(point.share - (at?.survival ?? 0))).toBeLessThan(0.01);
  }
  for (const point of shown.arms[0].curve) {
    expect(point.lower).toBeLessThanOrEqual(point.share);
    expect(point.upper).toBeGreaterThanOrEqual(point.share);
  }
  const shares = shown.arms[0].curve.map(({ share }: { share: number }) => share);
  expect(shares).toEqual(shares.toSorted((a: number, b: number) => b - a));
});

test('a property that decides the cohort has no weights, nor has one cohort or none', async () => {
  const refusal = async (comparison: object, covariates: string[], releases = quiet) =>
    (await ask(weighted, { comparison, covariates }, releases)).weightedComparison.refused;
  expect(await refusal({ arms }, ['SITE_GROUP'])).not.toBeNull();
  expect(await refusal({ arms: [arms[0]] }, ['SEX'])).not.toBeNull();
  expect(await refusal({ arms }, [])).not.toBeNull();
  expect(
    await codes(weighted, { comparison: { arms, delayedEntry: true }, covariates: ['SEX'] }),
  ).toEqual(['BAD_USER_INPUT']);
  // Cohorts near former ones get no second model.
  expect(await refusal({ arms }, ['SEX'], guarded)).toBeNull();
  const aged = (age: number) => of('lung').filter((one) => one.age === age).length;
  const ages = [...new Set(of('lung').map(({ age }) => age))];
  const rarest = ages.reduce((least, age) => (aged(age) < aged(least) ? age : least));
  expect(aged(rarest)).toBeLessThan(10);
  const without = { all: [{ site: ['lung'] }, { not: { age: { from: rarest, to: rarest } } }] };
  expect(await refusal({ arms: [without, arms[1]] }, ['SEX'], guarded)).not.toBeNull();
});
