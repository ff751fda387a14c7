import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coxOfFactors } from '@nodp/biostatistics';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import { writeRelease } from '@nodp/warehouse/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { research } from '../index.ts';

/** Persons of whom everything is known by construction. */
const population = () => {
  let state = 11;
  const unit = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
  return Array.from({ length: 900 }, (_, i) => {
    const lung = i % 2 === 0;
    const female = unit() < (lung ? 0.35 : 0.5);
    const death = -Math.log(unit()) * 900 * (lung ? 0.5 : 1) * (female ? 1.4 : 1);
    const last = 200 + 1600 * unit();
    return {
      ...{ person_key: i + 1, case_number: 1, only_case: true, behaviour: '3', origin_days: 0 },
      site_group: lung ? 'lung' : 'stomach',
      sex: female ? 'FEMALE' : 'MALE',
      age: 35 + Math.floor(50 * unit()),
      stage: unit() < 0.2 ? null : 'STAGE_II',
      survival_days: Math.ceil(Math.min(death, last)),
      died: death <= last,
      cancer_death: death <= last ? unit() < 0.8 : null,
    };
  });
};

const people = population();
/** EGFR was tested in everybody, TP53 in every third person. */
const variants = people.flatMap(({ person_key, site_group }) => {
  const result = (gene: string, found: boolean) => ({
    ...{ person_key, gene, result: found ? 'FOUND' : 'NOT_FOUND', kind: null, protein: null },
    ...{ first_case: null, last_case: null, fraction: null, origin: null, tested_days: 0 },
  });
  return [
    result('EGFR', person_key % 10 < (site_group === 'lung' ? 4 : 1)),
    ...(person_key % 3 === 0 ? [result('TP53', person_key % 5 < 2)] : []),
  ];
});
let db: TestDatabase;
let sql: postgres.Sql;
let folder: string;
let releases: Releases;
let protectedReleases: Releases;
beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  folder = await mkdtemp(join(tmpdir(), 'nodp-compared-'));
  const path = join(folder, folderOf(1));
  await mkdir(path);
  await writeRelease(path, { cases: people, variants });
  await sql`insert into research.release (number, built_at, built_by, persons, cases, first_year, last_year, checksum, vocabulary)
    values (1, now(), 'test', 900, 900, 2015, 2024, ${'1'.repeat(64)}, 'test')`;
  // Hardly any noise, so that what is shown can be set beside what is known.
  releases = createReleases({
    folder,
    rule: { minimumCell: 1, variance: 1e-6, deviation: 1, never: [] },
  });
  protectedReleases = createReleases({ folder });
});
afterAll(async () => {
  await releases.close();
  await protectedReleases.close();
  await sql.end();
  await db.end();
  await rm(folder, { recursive: true });
});

const anna = principalOf('RESEARCHER', null);
const arms = [{ site: ['lung'] }, { site: ['stomach'] }];
const ask = async (query: string, variables: object, of = releases, who = anna) => {
  const { data, messages } = await askerOf(research, db.database, undefined, { releases: of })(
    who,
    query,
    variables as Record<string, unknown>,
  );
  expect(messages).toEqual([]);
  return data;
};

const cox = `query ($comparison: ComparisonInput!, $covariates: [CoxCovariate!]!) {
  coxAnalysis(comparison: $comparison, covariates: $covariates) { refused { en } persons { value } events { value } proportionality
    terms { name { en } proportionality levels { cohort label { en } reference persons { value } events { value }
      unadjusted { value lower upper pValue } adjusted { value lower upper pValue } } } } }`;

test('adjusted and unadjusted ratios are those of the regression on the rows', async () => {
  const { coxAnalysis } = await ask(cox, { comparison: { arms }, covariates: ['SEX'] });
  expect(coxAnalysis.refused).toBeNull();
  const [cohorts, sexes] = coxAnalysis.terms;
  const times = {
    time: people.map((one) => one.survival_days),
    event: people.map((one) => (one.died ? 1 : 0)),
  };
  const arm = {
    name: 'arm',
    levels: 2,
    codes: people.map((one) => (one.site_group === 'lung' ? 0 : 1)),
  };
  // The reference of a covariate is the level with the most events.
  const reference = sexes.levels.find((level: { reference: boolean }) => level.reference).label.en;
  const sex = {
    name: 'sex',
    levels: 2,
    codes: people.map((one) => (one.sex.toLowerCase() === reference ? 0 : 1)),
  };
  const near = (shown: { value: number; lower: number }, log: number, error: number) => {
    expect(Math.abs(Math.log(shown.value) - log)).toBeLessThan(0.006);
    expect(Math.abs(Math.log(shown.lower) - (log - 1.96 * error))).toBeLessThan(0.01);
  };
  const both = coxOfFactors({ ...times, factors: [arm, sex] }).hazards;
  const alone = coxOfFactors({ ...times, factors: [arm] }).hazards;
  const stomach = cohorts.levels[1];
  expect(cohorts.levels.map((level: { cohort: number }) => level.cohort)).toEqual([0, 1]);
  near(stomach.adjusted, both[0]?.logHazardRatio ?? 0, both[0]?.standardError ?? 0);
  near(stomach.unadjusted, alone[0]?.logHazardRatio ?? 0, alone[0]?.standardError ?? 0);
  const other = sexes.levels.find((level: { reference: boolean }) => !level.reference);
  near(other.adjusted, both[1]?.logHazardRatio ?? 0, both[1]?.standardError ?? 0);
});

test('under the rule of the platform a level with too few events has no ratio, and cohorts near former ones no model', async () => {
  const first = await ask(
    cox,
    { comparison: { arms: [arms[0], arms[1]] }, covariates: ['AGE_GROUP'] },
    protectedReleases,
  );
  for (const { levels } of first.coxAnalysis.terms)
    for (const level of levels)
      if (level.events.value === null) {
        expect(level.adjusted).toBeNull();
        expect(level.unadjusted).toBeNull();
      }
  // All but a few of the lung cancers: a second model would tell of those few.
  const eldest = Math.max(
    ...people.filter((one) => one.site_group === 'lung').map((one) => one.age),
  );
  const without = { all: [{ site: ['lung'] }, { not: { age: { from: eldest } } }] };
  const { data } = await askerOf(research, db.database, undefined, {
    releases: protectedReleases,
  })(anna, cox, {
    comparison: { arms: [without, arms[1]] },
    covariates: [],
  });
  expect(data.coxAnalysis.refused).not.toBeNull();
});

test('a ratio of a term is the same beside whichever other covariates: it is not moved anew to be averaged', async () => {
  const who = principalOf('RESEARCHER', null);
  const sexAlone = async (covariates: string[]) => {
    const asked = { comparison: { arms }, covariates };
    const { coxAnalysis } = await ask(cox, asked, protectedReleases, who);
    const term = coxAnalysis.terms.find((one: { name: { en: string } }) => one.name.en === 'Sex');
    return term.levels.map(({ unadjusted }: { unadjusted: object | null }) => unadjusted);
  };
  const first = await sexAlone(['SEX']);
  expect(first.some((ratio: object | null) => ratio !== null)).toBe(true);
  expect(await sexAlone(['AGE_GROUP', 'SEX'])).toEqual(first);
  expect(await sexAlone(['AGE_GROUP', 'DIAGNOSIS_PERIOD', 'SEX'])).toEqual(first);
});

test('who is in several cohorts is told once of cohorts that differ by a few persons', async () => {
  const who = principalOf('RESEARCHER', null);
  const several = async (field: string, lung: object) => {
    const query = `query ($comparison: ComparisonInput!) { ${field}(comparison: $comparison) { inSeveralArms { value } } }`;
    const comparison = { arms: [lung, { sex: ['FEMALE'] }] };
    return (await ask(query, { comparison }, protectedReleases, who))[field].inSeveralArms.value;
  };
  for (const field of ['compareEndpoint', 'baselineTable']) {
    const all = await several(field, { site: ['lung'] });
    const told: (number | null)[] = [];
    expect(all).toBeGreaterThan(100);
    for (let age = 40; age < 52; age++) {
      const without = { all: [{ site: ['lung'] }, { not: { age: { from: age, to: age } } }] };
      const few = people.filter(
        (one) => one.site_group === 'lung' && one.sex === 'FEMALE' && one.age === age,
      ).length;
      if (few > 0 && few < 10) told.push(await several(field, without));
    }
    // Null where the question is refused, since it leaves out a few persons of the release.
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((one) => one !== null && one !== all)).toEqual([]);
  }
});

test('curves, restricted means and pairs: worse where it was made worse, and every pair corrected', async () => {
  const query = `query ($comparison: ComparisonInput!) { compareEndpoint(comparison: $comparison) { incidence timeZero { en } leftOut { en }
    logRank { pValue } arms { persons { value } events { value } curve { months share } competing { share } restrictedMean { until value } }
    pairs { first second pValue holm bonferroni restrictedMeanDifference { value lower upper } } } }`;
  const three = [...arms.map((arm) => ({ all: [arm, { sex: ['MALE'] }] })), { sex: ['FEMALE'] }];
  const { compareEndpoint } = await ask(query, { comparison: { arms: three } });
  const { pairs } = compareEndpoint;
  expect(pairs).toHaveLength(3);
  for (const { pValue, holm, bonferroni } of pairs) {
    expect(holm).toBeGreaterThanOrEqual(pValue);
    expect(bonferroni).toBeGreaterThanOrEqual(holm);
  }
  expect(pairs[0].restrictedMeanDifference.upper).toBeLessThan(0);
  const [lung, stomach] = compareEndpoint.arms;
  expect(lung.restrictedMean.value - stomach.restrictedMean.value).toBeCloseTo(
    pairs[0].restrictedMeanDifference.value,
    0,
  );
  // Of cancer: incidences rise, and with what competes never exceed everybody.
  const { compareEndpoint: specific } = await ask(query, {
    comparison: { arms, endpoint: 'CANCER_SPECIFIC' },
  });
  expect(specific).toMatchObject({ incidence: true, logRank: null, pairs: [] });
  for (const { curve, competing } of specific.arms) {
    const shares = curve.map(({ share }: { share: number }) => share);
    expect(shares).toEqual(shares.toSorted((a: number, b: number) => a - b));
    expect((shares.at(-1) ?? 0) + (competing.at(-1)?.share ?? 0)).toBeLessThanOrEqual(1.01);
  }
});

test('a baseline table counts everybody once, says what is missing, and tests what differs', async () => {
  const { baselineTable } = await ask(
    `query ($comparison: ComparisonInput!) { baselineTable(comparison: $comparison) { persons { value } inSeveralArms { value }
      variables { name { en } medians difference test { kind pValue } levels { label { en } missing counts { value } } } } }`,
    { comparison: { arms } },
  );
  expect(baselineTable.persons.map(({ value }: { value: number }) => value)).toEqual([450, 450]);
  const named = (name: string) =>
    baselineTable.variables.find((variable: { name: { en: string } }) => variable.name.en === name);
  const shownOf = (name: string) =>
    named(name).levels.flatMap(({ counts }: { counts: { value: number | null }[] }) =>
      counts.map(({ value }) => value ?? 0),
    );
  for (const name of ['Sex', 'Age at diagnosis'])
    expect(shownOf(name).reduce((a: number, b: number) => a + b, 0)).toBe(900);
  const missing = named('Stage at diagnosis').levels.at(-1);
  const unknown = people.filter((one) => one.stage === null).length;
  expect(missing).toMatchObject({ missing: true });
  expect(missing.counts.reduce((n: number, { value }: { value: number }) => n + value, 0)).toBe(
    unknown,
  );
  expect(named('Sex').test).toMatchObject({ kind: 'CHI_SQUARE' });
  expect(named('Sex').test.pValue).toBeLessThan(0.01);
  expect(named('Sex').difference).toBeGreaterThan(0.1);
  expect(named('Age at diagnosis').test.kind).toBe('WILCOXON');
  const ages = people.filter((one) => one.site_group === 'lung').map((one) => one.age);
  const median = ages.toSorted((a, b) => a - b)[Math.floor(ages.length / 2)] ?? 0;
  expect(Math.abs(named('Age at diagnosis').medians[0] - median)).toBeLessThan(4);
});

test('alterations of genes are of those tested, one gene by another', async () => {
  const query = `query ($comparison: ComparisonInput!, $genes: [String!]!) { alterationTable(comparison: $comparison, genes: $genes) {
    genes { gene altered { value } notAltered { value } notTested { value } tested test { kind pValue } adjusted } } }`;
  const genes = ['EGFR', 'TP53', 'KRAS'];
  const { alterationTable } = await ask(query, { comparison: { arms }, genes });
  const values = (counts: { value: number | null }[]) => counts.map(({ value }) => value);
  const [egfr, tp53, kras] = alterationTable.genes;
  const counted = (site: string, gene: string, result: string) =>
    variants.filter(
      (one) =>
        one.gene === gene &&
        one.result === result &&
        people[one.person_key - 1]?.site_group === site,
    ).length;
  for (const [gene, row] of [
    ['EGFR', egfr],
    ['TP53', tp53],
  ] as const) {
    expect(values(row.altered)).toEqual(['lung', 'stomach'].map((s) => counted(s, gene, 'FOUND')));
    expect(values(row.notAltered)).toEqual(
      ['lung', 'stomach'].map((site) => counted(site, gene, 'NOT_FOUND')),
    );
  }
  expect(egfr.tested).toEqual([450, 450]);
  expect(values(tp53.notTested)).toEqual([300, 300]);
  expect(egfr.test).toMatchObject({ kind: 'CHI_SQUARE' });
  expect(egfr.adjusted).toBeGreaterThanOrEqual(egfr.test.pValue);
  // Nobody was tested for it: nothing is said of it.
  expect(kras).toMatchObject({ test: null, adjusted: null });
  const refused = async (asked: readonly string[]) =>
    (
      await askerOf(research, db.database, undefined, { releases })(anna, query, {
        comparison: { arms },
        genes: asked,
      })
    ).codes;
  expect(await refused(['not a gene'])).toContain('BAD_USER_INPUT');
  expect(await refused([])).toContain('BAD_USER_INPUT');
});

test('a gene asked beside others tells nothing more of cohorts that differ by a few persons', async () => {
  const who = principalOf('RESEARCHER', null);
  const altered = async (lung: object, genes: readonly string[]) => {
    const query = `query ($comparison: ComparisonInput!, $genes: [String!]!) { alterationTable(comparison: $comparison, genes: $genes) {
      genes { altered { value } } } }`;
    const comparison = { arms: [lung, { site: ['stomach'] }] };
    const { alterationTable } = await ask(query, { comparison, genes }, protectedReleases, who);
    return alterationTable.genes[0]?.altered[0]?.value ?? null;
  };
  const all = await altered({ site: ['lung'] }, ['EGFR']);
  expect(all).toBeGreaterThan(100);
  const told: (number | null)[] = [];
  for (let age = 40; age < 52; age++) {
    const without = { all: [{ site: ['lung'] }, { not: { age: { from: age, to: age } } }] };
    const few = people.filter((one) => one.site_group === 'lung' && one.age === age).length;
    const beside = ['KRAS', 'BRAF', 'ALK', 'TP53'][age % 4] as string;
    if (few > 0 && few < 10) told.push(await altered(without, ['EGFR', beside]));
  }
  expect(told.length).toBeGreaterThan(0);
  // Null where the question is refused, since it leaves out a few persons of the release.
  expect(told.filter((one) => one !== null && one !== all)).toEqual([]);
});

test('designs that contradict each other are refused', async () => {
  const tried = async (comparison: object) =>
    (
      await askerOf(research, db.database, undefined, { releases })(
        anna,
        `query ($comparison: ComparisonInput!) { compareEndpoint(comparison: $comparison) { from } }`,
        { comparison: { arms, ...comparison } },
      )
    ).codes;
  for (const comparison of [
    { landmark: 6, delayedEntry: true },
    { endpoint: 'NEXT_TREATMENT', landmark: 6 },
    { endpoint: 'RECURRENCE_FREE', delayedEntry: true },
    { months: 6 },
    { arms: [] },
    { arms: Array.from({ length: 7 }, () => arms[0]) },
  ])
    expect(await tried(comparison)).toEqual(['BAD_USER_INPUT']);
});
