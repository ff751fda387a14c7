/**
 * The edge oracle across questions: the cohort is asked in one kind of question, and without those of some age in another. Were each kind
 * or design to remember its own sets, two answers that differ would tell that somebody of that age is in the cohort.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CohortDefinition } from '@nodp/cohorts';
import { malignantUnlessSaid } from '@nodp/cohorts/engine';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { disclose, type Printed } from '@nodp/disclosure';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { research } from '@nodp/subgraph-research';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import { writeRelease } from '@nodp/warehouse/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chance, randomOf, targetsOf } from '../attacks/world.ts';

const random = randomOf(23);
/** Ages that one, two or three of the lung cancers have, and ages that none has; many of the other cancers have each. */
const FIRST = 56;
const LAST = 89;
const withLung = (age: number): number => (age % 2 === 0 ? 1 + ((age / 2) % 3) : 0);
const ages = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);

const person = (site: string, age: number, grade = '2') => {
  const died = random.unit() < 0.7;
  return {
    ...{ case_number: 1, only_case: true, behaviour: '3', origin_days: 0 },
    ...{ site_group: site, age, grade, sex: random.unit() < 0.5 ? 'FEMALE' : 'MALE' },
    // Nobody dies in the first months, all die of cancer, and everybody is treated: designs and endpoints speak of the same persons.
    survival_days: 200 + Math.floor(1600 * random.unit()),
    ...{ died, cancer_death: died ? true : null, surgery: true },
  };
};
const people = [
  ...Array.from({ length: 300 }, (_, i) => person('lung', 30 + (i % 25), i % 3 === 0 ? '3' : '2')),
  ...ages.flatMap((age) => Array.from({ length: withLung(age) }, () => person('lung', age))),
  ...ages.flatMap((age) => Array.from({ length: 40 }, () => person('stomach', age))),
].map((one, i) => ({ person_key: i + 1, ...one }));

let db: TestDatabase;
let sql: postgres.Sql;
let folder: string;
let releases: Releases;
beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  folder = await mkdtemp(join(tmpdir(), 'nodp-told-apart-'));
  const path = join(folder, folderOf(1));
  await mkdir(path);
  await writeRelease(path, { cases: people });
  await sql`insert into research.release (number, built_at, built_by, persons, cases, first_year, last_year, checksum, vocabulary)
    values (1, now(), 'test', ${people.length}, ${people.length}, 2015, 2024, ${'1'.repeat(64)}, 'test')`;
  releases = createReleases({ folder, budget: { perDay: 1e9 } });
});
afterAll(async () => {
  await releases.close();
  await sql.end();
  await db.end();
  await rm(folder, { recursive: true });
});

const researcher = principalOf('RESEARCHER', null);
let accounts = 0;
const somebody = () => ({ ...researcher, accountId: `told-apart-${accounts++}` });
type Who = typeof researcher;
const ask = async (who: Who, query: string, variables: object) => {
  const asked = askerOf(research, db.database, undefined, { releases });
  const { data, messages } = await asked(who, query, variables as Record<string, unknown>);
  expect(messages).toEqual([]);
  return data;
};

type Kind = (who: Who, lung: object) => Promise<unknown>;
const stomach = { site: ['stomach'] };

const compared =
  (fields: string, design: object = {}): Kind =>
  async (who, lung) => {
    const query = `query ($comparison: ComparisonInput!) { compareEndpoint(comparison: $comparison) { arms { ${fields} } } }`;
    const comparison = { arms: [lung], ...design };
    return (await ask(who, query, { comparison })).compareEndpoint.arms[0];
  };
const survival =
  (fields: string, design = ''): Kind =>
  async (who, lung) => {
    const query = `query ($arms: [CohortDefinitionInput!]!) { compareSurvival(arms: $arms, months: 60 ${design}) { arms { ${fields} } } }`;
    return (await ask(who, query, { arms: [lung] })).compareSurvival.arms[0];
  };
const personsOf =
  (kind: Kind): Kind =>
  async (who, lung) =>
    ((await kind(who, lung)) as { persons: { value: number | null } }).persons.value;

const counts: Readonly<Record<string, Kind>> = {
  cohort: async (who, definition) =>
    (
      await ask(
        who,
        'query ($definition: CohortDefinitionInput!) { cohort(definition: $definition) { count { value } } }',
        { definition },
      )
    ).cohort.count?.value ?? null,
  survival: personsOf(survival('persons { value }')),
  'survival from a landmark': personsOf(survival('persons { value }', ', landmark: 3')),
  'survival by delayed entry': personsOf(survival('persons { value }', ', delayedEntry: true')),
  'cancer-specific': personsOf(compared('persons { value }', { endpoint: 'CANCER_SPECIFIC' })),
  'recurrence-free': personsOf(compared('persons { value }', { endpoint: 'RECURRENCE_FREE' })),
  baseline: async (who, lung) => {
    const query = `query ($comparison: ComparisonInput!) { baselineTable(comparison: $comparison) { persons { value } } }`;
    const asked = { comparison: { arms: [lung, stomach] } };
    return (await ask(who, query, asked)).baselineTable.persons[0]?.value ?? null;
  },
  'in a model': async (who, lung) => {
    const query = `query ($comparison: ComparisonInput!) { coxAnalysis(comparison: $comparison, covariates: [])
      { terms { levels { cohort persons { value } } } } }`;
    const { coxAnalysis } = await ask(who, query, { comparison: { arms: [lung, stomach] } });
    const [term] = coxAnalysis.terms;
    return term?.levels.find((level: { cohort: number }) => level.cohort === 0)?.persons.value;
  },
};

const falling = async (who: Who, lung: object, landmark = 0): Promise<readonly number[]> => {
  const asked = survival('curve { survival }', landmark === 0 ? '' : `, landmark: ${landmark}`);
  const { curve } = (await asked(who, lung)) as { curve: { survival: number }[] };
  return curve.map((point) => point.survival);
};
const endpoint =
  (design: object): Kind =>
  async (who, lung) => {
    const arm = (await compared('curve { share }', design)(who, lung)) as {
      curve: { share: number }[];
    };
    const rises = 'endpoint' in design && design.endpoint === 'CANCER_SPECIFIC';
    return arm.curve.map(({ share }) => Number((rises ? 1 - share : share).toFixed(3)));
  };
const curves: Readonly<Record<string, Kind>> = {
  survival: (who, lung) => falling(who, lung),
  'delayed entry': endpoint({ delayedEntry: true }),
  overall: endpoint({}),
  'recurrence-free': endpoint({ endpoint: 'RECURRENCE_FREE' }),
  'cancer-specific': endpoint({ endpoint: 'CANCER_SPECIFIC' }),
};

const ratio =
  (design: object, covariates: string): Kind =>
  async (who, lung) => {
    const query = `query ($comparison: ComparisonInput!) { coxAnalysis(comparison: $comparison, covariates: [${covariates}])
      { terms { levels { cohort unadjusted { value lower upper } } } } }`;
    const asked = { comparison: { arms: [lung, stomach], ...design } };
    const [term] = (await ask(who, query, asked)).coxAnalysis.terms;
    return term?.levels.find((level: { cohort: number }) => level.cohort === 1)?.unadjusted ?? null;
  };
const ratios: Readonly<Record<string, Kind>> = {
  overall: ratio({}, ''),
  'beside sex': ratio({}, 'SEX'),
  'delayed entry': ratio({ delayedEntry: true }, ''),
  'recurrence-free': ratio({ endpoint: 'RECURRENCE_FREE' }, ''),
  'cancer-specific': ratio({ endpoint: 'CANCER_SPECIFIC' }, 'SEX'),
};

type Cohort = (age?: number) => CohortDefinition;
const lungs: Cohort = (age) =>
  age === undefined
    ? { site: ['lung'] }
    : { all: [{ site: ['lung'] }, { not: { age: { from: age, to: age } } }] };
/** A cohort that no table of the overview has. */
const graded: Cohort = (age) => ({ all: [{ grade: ['GRADE_2'] }, lungs(age)] });

/** How often it is told whether the cohort has somebody of an age. */
const attack = async (kinds: Readonly<Record<string, Kind>>, targets: number, of: 1 | 2) => {
  const names = Object.keys(kinds);
  const pairs = names.flatMap((first) => names.map((second) => [first, second] as const));
  let right = 0;
  for (let i = 0; i < targets; i++) {
    const [first, second] = pairs[i % pairs.length] as readonly [string, string];
    const age = ages[(i + Math.floor(i / pairs.length)) % ages.length] as number;
    const who = somebody();
    const other = of === 1 ? who : somebody();
    // Either may come first.
    const [one, two] = i % 4 < 2 ? [graded(), graded(age)] : [graded(age), graded()];
    const before = JSON.stringify(await kinds[first]?.(who, one));
    const after = JSON.stringify(await kinds[second]?.(other, two));
    // What is refused tells nothing.
    const guess = before !== after && before !== 'null' && after !== 'null';
    if (guess === withLung(age) > 0) right++;
  }
  return right / targets;
};

test.each([
  ['numbers of persons', counts, 500],
  ['curves', curves, 300],
  ['ratios of a regression', ratios, 200],
] as const)(
  '%s: one account is told the same of two sets that differ by a few, whichever question each is asked in',
  async (_, kinds, few) => {
    const targets = targetsOf(few);
    expect(await attack(kinds, targets, 1)).toBeLessThan(chance(0.5, targets));
  },
);

test('a cell of the overview does not tell whether a cohort that leaves a few out has fewer', async () => {
  const { cohorts } = await releases.open(1);
  const [cell] = await cohorts.sets([malignantUnlessSaid(lungs())]);
  const shown = disclose(cell as Printed).value;
  const kinds = Object.values(counts);
  const targets = targetsOf(136);
  let right = 0;
  for (let i = 0; i < targets; i++) {
    const age = ages[i % ages.length] as number;
    const kind = kinds[Math.floor(i / ages.length) % kinds.length] as Kind;
    const told = await kind(somebody(), lungs(age));
    const guess = told !== null && told !== undefined && told !== shown;
    if (guess === withLung(age) > 0) right++;
  }
  expect(right / targets).toBeLessThan(chance(0.5, targets));
});

test('landmarks gone through one by one tell no more than the curve from diagnosis: deaths are not found between them', async () => {
  const who = somebody();
  const from = (landmark: number) => falling(who, lungs(), landmark);
  const whole = await from(0);
  expect(new Set(whole).size).toBeGreaterThan(3);
  for (const landmark of [3, 6, 7]) {
    const later = await from(landmark);
    // Hardly anybody died before: the curve is the one that was shown, of those who lived to the landmark.
    const start = whole[landmark] as number;
    const expected = whole.slice(landmark).map((share) => share / start);
    expect(later.length).toBeGreaterThan(40);
    for (const [month, share] of later.entries())
      if (expected[month] !== undefined)
        expect(Math.abs(share - (expected[month] as number))).toBeLessThan(0.002);
  }
});

test.each([
  ['numbers of persons', counts],
  ['curves', curves],
  ['ratios of a regression', ratios],
] as const)('%s of two accounts differ: the test is able to fail', async (_, kinds) => {
  expect(await attack(kinds, 40, 2)).toBeGreaterThan(0.8);
});
