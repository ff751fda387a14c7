import { LOCKS } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { askerOf, engines, principalOf } from '@nodp/graph/testing';
import { createReleases } from '@nodp/warehouse';
import postgres from 'postgres';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type ArticleRecord,
  importArticles,
  landmarks,
  linkArticlesJob,
  linksOutdated,
  research,
} from '../index.ts';

const here = '01900000-0000-7000-8000-000000000001';
const manager = principalOf('DATA_MANAGER', null);
const clinician = principalOf('CLINICIAN', here);
const tumourId = (n: number) =>
  encodeId(
    'Tumour',
    '01900000-0000-7000-8000-0000000000aa',
    `01900000-0000-7000-8000-00000000000${n}`,
  );

let db: TestDatabase;
let owner: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  return async () => {
    await owner.end();
    await db.end();
  };
});
beforeEach(async () => {
  await db.database.session(manager, (session) => importArticles(session, landmarks));
});
afterEach(() => owner`truncate research.article`);

const list = `query ($search: String, $siteGroup: String, $first: Int, $after: String) {
  articles(search: $search, siteGroup: $siteGroup, first: $first, after: $after) {
    totalCount edges { node { pmid title year siteGroups subSites authors } } pageInfo { hasNextPage endCursor } } }`;
const load = `mutation ($content: String!, $format: LiteratureFormat) {
  importLiterature(input: { content: $content, format: $format }) { created updated unchanged problems { line message } } }`;
type Listed = { articles: { edges: { node: { pmid: string | null; title: string } }[] } };
const pmids = (data: Listed) => data.articles.edges.map(({ node }) => node.pmid);

test('a build of a release does not hold up an import of literature', async () => {
  await owner`truncate research.article`;
  await owner`select pg_advisory_lock(${LOCKS.releaseBuild})`;
  const imported = db.database.session(manager, (session) => importArticles(session, landmarks));
  const late = new Promise((done) => setTimeout(done, 5_000, 'waits for the build'));
  try {
    expect(await Promise.race([imported, late])).toMatchObject({ created: landmarks.length });
  } finally {
    await owner`select pg_advisory_unlock(${LOCKS.releaseBuild})`;
    await imported;
  }
});

describe.each(engines)('literature under %s', (_, engine) => {
  const asker = () =>
    askerOf(research, db.database, engine(), {
      releases: createReleases({ folder: 'none' }),
    });

  test('newest first, a page at a time, without gap or repetition', async () => {
    const ask = asker();
    const seen: (string | null)[] = [];
    let after: string | null = null;
    do {
      const { data, messages, statements } = await ask(clinician, list, { first: 8, after });
      expect(messages).toEqual([]);
      expect(data.articles.totalCount).toBe(landmarks.length);
      // Identity, page, count.
      expect(statements).toBe(3);
      seen.push(...pmids(data));
      after = data.articles.pageInfo.hasNextPage ? data.articles.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(landmarks.length);
    expect(new Set(seen)).toEqual(new Set(landmarks.map(({ pmid }) => pmid)));
    const years = seen.map((pmid) => landmarks.find((one) => one.pmid === pmid)?.year ?? 0);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
  });

  test.each([
    ['osimertinib', ['29151359']],
    ['non-small-cell pembrolizumab', ['29658856', '27718847']],
    ['melanomas', ['26027431', '21639808', '20525992']],
    ['llovet', ['18650514']],
    ['osimertinib gefitinib', []],
    ['"; drop table', []],
  ])('words that all occur: %s', async (search, expected) => {
    const { data, messages } = await asker()(clinician, list, { search });
    expect(messages).toEqual([]);
    expect(pmids(data)).toEqual(expected);
    expect(data.articles.totalCount).toBe(expected.length);
  });

  test('Chinese words are found within a title', async () => {
    const ask = asker();
    const content = 'TY  - JOUR\nTI  - 晚期非小细胞肺癌的免疫治疗\nPY  - 2022\nER  -\n';
    await ask(manager, load, { content });
    const found = await ask(clinician, list, { search: '肺癌 免疫' });
    expect(found.data.articles.edges[0].node).toMatchObject({ siteGroups: ['lung'], year: 2022 });
    expect((await ask(clinician, list, { search: '癌肺' })).data.articles.totalCount).toBe(0);
  });

  test('of a site', async () => {
    const { data } = await asker()(clinician, list, { siteGroup: 'liver' });
    expect(pmids(data)).toEqual(['32402160', '18650514']);
    const both = await asker()(clinician, list, { siteGroup: 'liver', search: 'sorafenib' });
    expect(pmids(both.data)).toEqual(['18650514']);
  });

  test('of a part of a site, which what is of the whole site is not', async () => {
    const ask = asker();
    const titles = ['Colorectal cancer', 'Colon cancer', '直肠癌'];
    const content = titles.map((title) => `TY  - JOUR\nTI  - ${title}\nPY  - 2026\nER  -\n`);
    await ask(manager, load, { content: content.join('') });
    const of = async (siteGroup: string) => {
      const { data } = await ask(clinician, list, { siteGroup, first: 100 });
      expect(data.articles.totalCount).toBe(data.articles.edges.length);
      return (data as Listed).articles.edges
        .map(({ node }) => node.title)
        .filter((title) => titles.includes(title))
        .sort();
    };
    expect(await of('colorectum')).toEqual(titles.toSorted());
    expect(await of('colorectum.colon')).toEqual(['Colon cancer']);
    expect(await of('colorectum.rectum')).toEqual(['直肠癌']);
    expect(await of('colorectum.nowhere')).toEqual([]);
  });

  test('a file is imported once, renewed where it says more, and its problems are told', async () => {
    const ask = asker();
    const content = [
      'PMID- 29151359\nTI  - Osimertinib in Untreated EGFR-Mutated Advanced Non-Small-Cell Lung Cancer.',
      'MH  - Lung Neoplasms/*drug therapy\nAB  - An abstract.\n',
      'PMID- 12345678\nTI  - Something new about rectal cancer\nDP  - 2023\n',
      'PMID- nonsense\nTI  - Something else\n',
    ].join('\n');
    const first = await ask(manager, load, { content });
    expect(first.messages).toEqual([]);
    expect(first.data.importLiterature).toEqual({
      created: 1,
      updated: 1,
      unchanged: 0,
      problems: [{ line: 10, message: expect.stringContaining('digits alone') }],
    });
    // Audit, identity, begin, lock, one upsert, commit.
    expect(first.statements).toBe(6);
    const again = await ask(manager, load, { content });
    expect(again.data.importLiterature).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    // What the file leaves out stays: year, journal and authors of the landmark.
    const { data } = await ask(clinician, list, { search: 'osimertinib abstract' });
    expect(data.articles.edges[0].node).toMatchObject({
      year: 2018,
      authors: ['Soria JC', 'et al.'],
    });
  });

  test('a record without a PubMed number is the article with the same DOI, in either order', async () => {
    const ask = asker();
    const plain = 'TY  - JOUR\nTI  - A new title\nDO  - 10.1000/NEW\nPY  - 2024\nER  -\n';
    const numbered = 'PMID- 99999999\nTI  - A new title\nAID - 10.1000/new [doi]\nDP  - 2024\n';
    expect((await ask(manager, load, { content: plain })).data.importLiterature.created).toBe(1);
    expect((await ask(manager, load, { content: numbered })).data.importLiterature.updated).toBe(1);
    expect((await ask(manager, load, { content: plain })).data.importLiterature.unchanged).toBe(1);
    const { data } = await ask(clinician, list, { search: 'new title' });
    expect(pmids(data)).toEqual(['99999999']);
  });

  test('what cannot be imported is refused with the remedy', async () => {
    const ask = asker();
    const large = await ask(manager, load, {
      content: `PMID- 1\nTI  - ${'x'.repeat(10 * 2 ** 20)}`,
    });
    expect([large.codes, large.messages[0]]).toEqual([
      ['BAD_USER_INPUT'],
      expect.stringContaining('10 MB'),
    ]);
    const other = await ask(manager, load, { content: '@article{a, title = {A}}' });
    expect([other.codes, other.messages[0]]).toEqual([
      ['BAD_USER_INPUT'],
      expect.stringContaining('This is no MEDLINE/PubMed file'),
    ]);
  });

  test('all tumours of a request cost one statement', async () => {
    const ask = asker();
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Tumour { id literature(first: 2) { pmid } one: literature(first: 1) { pmid } } } }`;
    const sites = ['lung', 'liver', 'lung', null, 'testis'];
    const representations = sites.map((siteGroup, n) => ({
      __typename: 'Tumour',
      id: tumourId(n),
      siteGroup,
    }));
    const { data, messages, statements } = await ask(clinician, query, { representations });
    expect(messages).toEqual([]);
    const lung = {
      literature: [{ pmid: '29658856' }, { pmid: '29151359' }],
      one: [{ pmid: '29658856' }],
    };
    const none = { literature: [], one: [] };
    expect(data._entities).toEqual([
      { id: tumourId(0), ...lung },
      {
        id: tumourId(1),
        literature: [{ pmid: '32402160' }, { pmid: '18650514' }],
        one: [{ pmid: '32402160' }],
      },
      { id: tumourId(2), ...lung },
      { id: tumourId(3), ...none },
      { id: tumourId(4), ...none },
    ]);
    // Identity, articles.
    expect(statements).toBe(2);
    const tooMany = query.replace('first: 2', 'first: 21');
    expect((await ask(clinician, tooMany, { representations })).codes).toContain('BAD_USER_INPUT');
  });
});

test('two imports of the same new articles at once create each once', async () => {
  const articles = Array.from(
    { length: 50 },
    (_, n): ArticleRecord => ({
      pmid: null,
      doi: n % 2 ? `10.1000/${n}` : null,
      title: `Title ${n}`,
      authors: [],
      journal: null,
      year: 2020,
      abstract: null,
      keywords: [],
    }),
  );
  const imports = await Promise.all(
    [0, 1, 2].map(() => db.database.session(manager, (s) => importArticles(s, articles))),
  );
  expect(imports.reduce((sum, { created }) => sum + created, 0)).toBe(50);
  const [row] = await owner`select count(*)::int as n from research.article`;
  expect(row?.n).toBe(landmarks.length + 50);
});

test('articles that an older rule linked are linked by a job, as an import would', async () => {
  const stored = () =>
    owner`select key, site_groups, sub_sites, sites_rule from research.article order by key`;
  const imported = await stored();
  expect(imported.some((row) => row.sub_sites.includes('colorectum.rectum'))).toBe(true);
  expect(await linksOutdated(db.ownerUrl)).toBe(false);
  await owner`update research.article set site_groups = '{lung}', sub_sites = '{}', sites_rule = null`;
  expect(await linksOutdated(db.ownerUrl)).toBe(true);
  const steps: [string, number][] = [];
  const work = {
    id: 'a job',
    parameters: null,
    requestedBy: 'nodp',
    attempt: 1,
    progress: async (step: string, share: number) => {
      steps.push([step, share]);
    },
  };
  const { run } = linkArticlesJob(db.ownerUrl);
  await expect(run({ ...work, signal: AbortSignal.abort() })).rejects.toThrow();
  expect(await linksOutdated(db.ownerUrl)).toBe(true);
  const signal = new AbortController().signal;
  expect(await run({ ...work, signal })).toEqual({ articles: landmarks.length });
  expect(steps.at(-1)).toEqual(['LINKING', 1]);
  expect(await stored()).toEqual(imported);
  expect(await linksOutdated(db.ownerUrl)).toBe(false);
});

test('a search goes by the index, a list by its order', async () => {
  await owner`
    insert into research.article (id, key, title, authors, keywords, site_groups, year)
    select gen_random_uuid(), 'x:' || n, 'word' || n, '{}', '{}', array['lung'], 1950 + n % 70
    from generate_series(1, 5000) n`;
  await owner`analyze research.article`;
  const plan = async (text: string) => JSON.stringify(await owner.unsafe(`explain ${text}`));
  expect(
    await plan(
      `select a.id from research.article a where a.search @@ websearch_to_tsquery('pg_catalog.english', '"word77"')`,
    ),
  ).toContain('article_search');
  expect(
    await plan(
      'select a.id from research.article a order by coalesce(a.year, 0) desc, a.id desc limit 20',
    ),
  ).toContain('article_newest');
});
