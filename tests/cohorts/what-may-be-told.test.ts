import { type CohortDefinition, readSteps } from '@nodp/cohorts';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { research } from '@nodp/subgraph-research';
import { createReleases } from '@nodp/warehouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elsewhere, manager, researcher, type Setting, setUp } from './setting.ts';

/** Of no patient of the nation. */
const elsewhereInstitution = '01900000-0000-7000-8000-000000000009';

let setting: Setting;
beforeAll(async () => {
  setting = await setUp();
  await setting.build();
}, 120_000);
afterAll(() => setting.end());

describe('what an account may be told', () => {
  const as = (accountId: string) => ({ ...researcher, accountId });
  const one = `query ($definition: CohortDefinitionInput!) { cohort(definition: $definition) {
    count { value } problems { code path } } }`;
  const countOf = async (who: typeof researcher, definition: object, use = setting.releases) => {
    const ask = askerOf(research, setting.db.database, undefined, { releases: use });
    const { data, codes, messages } = await ask(who, one, { definition });
    return { count: data?.cohort?.count?.value, problems: data?.cohort?.problems, codes, messages };
  };

  test('attack: the edge oracle. A cohort with and without a few persons has one answer, whichever was asked first', async () => {
    // Men with lung cancer up to some age: a year more adds a few persons at the ends of life.
    const upTo = (to: number) => ({
      all: [{ site: ['lung'] }, { sex: ['MALE'] }, { age: { to } }],
    });
    const exact = async (to: number) => {
      const { cohorts } = await setting.releases.open(1);
      return cohorts.count({ all: [{ site: ['lung'] }, { sex: ['MALE'] }, { age: { to } }] });
    };
    const whole = await exact(90);
    let pairs = 0;
    for (let age = 40; age < 89; age++) {
      const [less, more] = [await exact(age), await exact(age + 1)];
      // Where all men are near too, they may be the answer.
      if (less < 10 || more === less || more - less >= 10 || whole - more < 20) continue;
      pairs++;
      const [up, down] = [as(`up-${age}`), as(`down-${age}`)];
      const first = (await countOf(up, upTo(age))).count;
      expect((await countOf(up, upTo(age + 1))).count).toBe(first);
      const last = (await countOf(down, upTo(age + 1))).count;
      expect((await countOf(down, upTo(age))).count).toBe(last);
    }
    expect(pairs).toBeGreaterThan(5);
  });

  test('attack: somebody joined to a cohort, or taken from it, is refused by the checker, there or not', async () => {
    const few = { all: [{ site: ['eye'] }, { province: ['540000'] }, { sex: ['MALE'] }] };
    for (const [definition, path] of [
      [{ any: [{ site: ['lung'] }, few] }, 'any.1'],
      [{ all: [{ site: ['lung'] }, { not: few }] }, 'all.1.not'],
      [{ atLeast: { least: 1, of: [{ site: ['lung'] }, few] } }, 'atLeast.of.1'],
    ] as const) {
      const { count, problems } = await countOf(as('joins'), definition);
      expect(problems).toContainEqual({ code: 'isolates', path });
      expect(count).toBeUndefined();
    }
    // Of time as well: nobody who had it on that very day is left out of the others.
    const onDay = { event: { treatment: { kind: 'SURGERY' } }, from: 411, to: 411 };
    for (const meets of [{ not: { occurs: onDay } }, { occurs: { ...onDay, times: { to: 0 } } }]) {
      const definition = { time: { index: { event: { mark: 'DIAGNOSIS' } }, meets } };
      const { count, problems } = await countOf(as('joins'), definition);
      expect(problems.map(({ code }: { code: string }) => code)).toContain('isolates');
      expect(count).toBeUndefined();
    }
    const whole = await countOf(as('joins'), { any: [{ site: ['lung'] }, { site: ['stomach'] }] });
    expect(whole.problems).toEqual([]);
  });

  describe('similar patients', () => {
    const clinician = principalOf('CLINICIAN', elsewhereInstitution);
    const ask = (who: typeof researcher, query: string, variables: object) =>
      askerOf(research, setting.db.database, undefined, { releases: setting.releases })(
        who,
        query,
        variables as never,
      );
    const similar = `query ($site: String!, $stage: CohortStage, $sex: CohortSex, $age: Int, $histology: String) {
      similarPatients(site: $site, stage: $stage, sex: $sex, age: $age, histology: $histology) {
        enough address relaxed { en } persons { value } deaths { value } curve { months survival } } }`;
    const asked = async (likeness: object) =>
      (await ask(clinician, similar, likeness)).data?.similarPatients;

    test('are the researcher’s own cohort: the same persons, deaths and curve', async () => {
      const found = await asked({ site: 'lung', sex: 'MALE', age: 66 });
      expect(found.enough).toBe(true);
      const { data } = await ask(
        as('own-query'),
        `query ($arms: [CohortDefinitionInput!]!) { compareSurvival(arms: $arms) {
          arms { persons { value } deaths { value } curve { months survival } } } }`,
        { arms: [{ all: readSteps(found.address) }] },
      );
      const { persons, deaths, curve } = found;
      expect(data.compareSurvival.arms).toEqual([{ persons, deaths, curve }]);
      expect(persons.value).toBeGreaterThanOrEqual(30);
      // Where fewer than ten are alive the number of the dead is hidden with theirs: a curve that fell tells that ten have died.
      if (deaths.value === null)
        expect(curve.some(({ survival }: { survival: number }) => survival < 1)).toBe(true);
      else expect(deaths.value).toBeGreaterThanOrEqual(10);
    });
    test('are made wider in the order that is printed until enough are alike', async () => {
      const { relaxed } = await asked({ site: 'lung', sex: 'MALE', age: 30, histology: '8041' });
      expect(relaxed.map(({ en }: { en: string }) => en)).toEqual(
        [
          'years of diagnosis: all instead of the last ten',
          'histology left out',
          'age: ten years either way instead of five',
          'sex left out',
          'age left out',
        ].slice(0, relaxed.length),
      );
      expect(relaxed.length).toBeGreaterThan(0);
    });
    test('of whom there are few nothing is drawn, and nobody is shown alone', async () => {
      const found = await asked({ site: 'eye', stage: 'STAGE_I', sex: 'MALE', age: 8 });
      expect(found).toMatchObject({ enough: false, curve: [] });
      expect(found.persons.value === null || found.persons.value >= 10).toBe(true);
    });
    test.each([
      [{ site: 'lung', age: 300 }],
      [{ site: 'lung', histology: 'x' }],
      [{ site: 'nowhere' }],
    ])('%j is refused', async (likeness) => {
      expect((await ask(clinician, similar, likeness)).codes).toEqual(['BAD_USER_INPUT']);
    });
  });

  test('attack: a part is refused where its count would be hidden, not where it is below ten: the refusal tells no more', async () => {
    const { cohorts } = await setting.releases.open(1);
    let parts = 0;
    for (let age = 30; age < 90; age++) {
      const part: CohortDefinition = {
        all: [{ site: ['lung'] }, { sex: ['FEMALE'] }, { age: { to: age } }],
      };
      const exact = await cohorts.count(part);
      if (exact > 25) break;
      const alone = (await countOf(as(`alone-${age}`), part)).count;
      const joined = await countOf(as(`part-${age}`), { any: [{ site: ['stomach'] }, part] });
      expect(joined.problems.some(({ code }: { code: string }) => code === 'isolates')).toBe(
        alone === null,
      );
      parts++;
    }
    expect(parts).toBeGreaterThan(10);
  });

  test('what was near or refused is read by the committee, in words; a refused question costs a count', async () => {
    const who = as('noted');
    const few = { all: [{ site: ['eye'] }, { province: ['540000'] }, { sex: ['MALE'] }] };
    await countOf(who, { any: [{ site: ['lung'] }, few] });
    const ask = askerOf(research, setting.db.database, undefined, { releases: setting.releases });
    const query = `query ($account: String) { notedQuestions(account: $account) { accountId near refused description { en zh } } }`;
    const { data } = await ask(manager, query, { account: 'noted' });
    expect(data.notedQuestions).toEqual([
      {
        accountId: 'noted',
        near: 0,
        // The eye, the province and both joined.
        refused: 3,
        description: { en: expect.stringMatching(/eye/i), zh: expect.stringContaining('眼') },
      },
    ]);
    expect((await ask(who, '{ countBudget { used } }')).data.countBudget.used).toBe(1);
    // The edge oracle above is seen: each of its second questions was near.
    const all = (await ask(manager, query, {})).data.notedQuestions;
    expect(
      all.filter((q: { accountId: string }) => /^up-/.test(q.accountId)).length,
    ).toBeGreaterThan(5);
    // Other institutions' managers see none of it.
    expect((await ask(elsewhere, query, {})).data.notedQuestions).toEqual([]);
  });

  test('attack: two curves of cohorts that differ by a few', async () => {
    const query = `query ($arms: [CohortDefinitionInput!]!) { compareSurvival(arms: $arms) { arms { curve { survival } } } }`;
    const { cohorts } = await setting.releases.open(1);
    const upTo = (to: number) => ({ all: [{ site: ['lung'] }, { age: { to } }] });
    let age = 60;
    for (; age < 89; age++) {
      const [less, more] = [await cohorts.count(upTo(age)), await cohorts.count(upTo(age + 1))];
      if (more > less && more - less < 10) break;
    }
    const ask = askerOf(research, setting.db.database, undefined, { releases: setting.releases });
    const put = (to: number) => ask(as('curves'), query, { arms: [upTo(to)] });
    const first = await put(age);
    expect(first.messages).toEqual([]);
    expect(first.data.compareSurvival.arms[0].curve.length).toBeGreaterThan(12);
    expect((await put(age + 1)).data).toEqual(first.data);
    expect((await put(age)).data).toEqual(first.data);
  });

  test('attack: what happened from the start of a drug, asked of sets that differ by a few', async () => {
    const query = `query ($site: String!, $drug: String!, $lines: [Int!]) {
      drugExperience(siteGroup: $site, drug: $drug, lines: $lines) {
        enough persons { value } deaths { value } survival best { count { value } } } }`;
    const { cohorts } = await setting.releases.open(1);
    const own = async (site: string, drug: string, lines?: number[]) => {
      const treatment = { treatment: { drugs: [drug], ...(lines ? { lines } : {}) } };
      const { overall } = await cohorts.afterTreatment(
        { all: [{ site: [site] }, treatment] },
        treatment,
      );
      const deaths = overall.event.reduce((sum, died) => sum + died, 0);
      return { persons: overall.analysed[0]?.count ?? 0, deaths };
    };
    // A drug that a few alone were given in a later line: with and without them is the question of the attack.
    const lines = Array.from({ length: 9 }, (_, i) => i + 1);
    const pairs: { site: string; drug: string; lines: number[] }[] = [];
    for (const site of ['lung', 'breast', 'colorectum', 'stomach', 'liver'])
      for (const drug of ['cisplatin', 'capecitabine', 'oxaliplatin', 'paclitaxel', 'docetaxel'])
        for (let less = 1; less < 5 && pairs.length === 0; less++) {
          const whole = await own(site, drug);
          if (whole.persons < 50 || whole.deaths < 25) break;
          const part = await own(site, drug, lines.slice(0, less));
          const apart = whole.persons - part.persons;
          if (apart > 0 && apart < 10) pairs.push({ site, drug, lines: lines.slice(0, less) });
        }
    const [pair] = pairs;
    if (pair === undefined)
      throw new Error('No drug of the nation was given to a few in a later line.');
    const { site, drug, lines: some } = pair;
    const ask = askerOf(research, setting.db.database, undefined, { releases: setting.releases });
    const put = (who: string, asked: object) =>
      ask(as(who), query, { site, drug, ...asked } as never);
    for (const [who, one, other] of [
      ['drug-up', {}, { lines: some }],
      ['drug-down', { lines: some }, {}],
    ] as const) {
      const first = await put(who, one);
      expect(first.messages).toEqual([]);
      expect(first.data.drugExperience.enough).toBe(true);
      expect((await put(who, other)).data).toEqual(first.data);
    }
    const { data } = await ask(manager, 'query { notedQuestions(account: "drug-up") { near } }');
    expect(data.notedQuestions).toEqual([{ near: 1 }]);
  });

  test('what clinicians ask beside a record is remembered apart, and its own steps are no pattern', async () => {
    const clinician = principalOf('CLINICIAN', elsewhereInstitution);
    const ask = askerOf(research, setting.db.database, undefined, { releases: setting.releases });
    const query = `query ($age: Int) { similarPatients(site: "lung", sex: MALE, age: $age, histology: "8041") { enough } }`;
    for (let age = 40; age < 80; age += 8)
      expect((await ask(clinician, query, { age } as never)).messages).toEqual([]);
    const release = { number: 1, checksum: 'x' };
    const { releases } = setting;
    expect(releases.recentSets('a', release)).toBe(releases.recentSets('a', release, 'research'));
    expect(releases.recentSets('a', release)).not.toBe(releases.recentSets('a', release, 'care'));
    const before = releases.recentSets('researcher', release);
    for (let i = 0; i < 2500; i++) releases.recentSets(`clinician-${i}`, release, 'care');
    expect(releases.recentSets('researcher', release)).toBe(before);
  });

  test('so many distinct counts a day, not operations: sixty aliases are sixty; asked again they cost nothing', async () => {
    const small = createReleases({ folder: setting.folder, budget: { perDay: 41 } });
    try {
      const who = as('thrifty');
      const year = (from: number) => ({ all: [{ site: ['lung'] }, { year: { from } }] });
      // Everyone, malignant, lung, and from a year: four counts each.
      for (let i = 0; i < 10; i++) {
        const { codes } = await countOf(who, year(2000 + i), small);
        expect(codes).toEqual([]);
      }
      const spent = await countOf(who, year(2010), small);
      expect(spent.codes).toEqual(['COUNTS_SPENT']);
      expect(spent.messages[0]).toContain('1 of 41 are left');
      expect((await countOf(who, year(2003), small)).codes).toEqual([]);
      const ask = askerOf(research, setting.db.database, undefined, { releases: small });
      const left = '{ countBudget { perDay used left } }';
      expect((await ask(who, left)).data.countBudget).toEqual({ perDay: 41, used: 40, left: 1 });

      const aliases = Array.from(
        { length: 60 },
        (_, i) => `a${i}: cohort(definition: { year: { from: ${1950 + i} } }) { count { value } }`,
      );
      const many = await ask(as('aliases'), `{ ${aliases.join(' ')} }`);
      // Three each: thirteen are answered.
      expect(many.codes.filter((code: unknown) => code === 'COUNTS_SPENT')).toHaveLength(47);

      // An approved project has more, and the committee sees who asked what.
      const approve = `mutation ($input: ApprovedProjectInput!) { approveProject(input: $input) }`;
      const input = {
        accountId: 'thrifty',
        title: '肺癌',
        reason: '伦理批件12号',
        countsPerDay: 100,
        until: '2999-12-31',
      };
      expect((await ask(elsewhere, approve, { input })).codes).toEqual(['FORBIDDEN']);
      expect((await ask(manager, approve, { input })).data).toEqual({ approveProject: true });
      expect((await countOf(who, year(2010), small)).codes).toEqual([]);
      const patterns = await ask(
        manager,
        '{ countsUsed { accountId counts questions near refused perDay } approvedProjects { accountId reason until } }',
      );
      expect(patterns.data.countsUsed).toContainEqual({
        accountId: 'thrifty',
        counts: 44,
        questions: 11,
        near: expect.any(Number),
        refused: 0,
        perDay: 100,
      });
      expect(patterns.data.approvedProjects).toEqual([
        { accountId: 'thrifty', reason: '伦理批件12号', until: '2999-12-31' },
      ]);

      // Ended, it is told what everybody is told.
      const end = 'mutation { endProject(accountId: "thrifty") }';
      expect((await ask(elsewhere, end)).codes).toEqual(['FORBIDDEN']);
      expect((await ask(manager, end)).data).toEqual({ endProject: true });
      expect((await ask(manager, end)).data).toEqual({ endProject: false });
      expect((await ask(who, left)).data.countBudget).toEqual({ perDay: 41, used: 44, left: 0 });
    } finally {
      await small.close();
    }
  });
});
