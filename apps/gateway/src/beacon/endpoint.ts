import type { Principal } from '@nodp/database';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { addressOf, type FromNode } from '../auth/address.ts';
import type { SharedLimits } from '../endpoints/shared-limit.ts';
import * as answers from './answers.ts';
import { BadFilter, definitionOf, type Filter, filteringTerms } from './filters.ts';

/** Questions of one caller in a minute, and bytes of one. */
const ASKED = { points: 60, duration: 60 };
const LARGEST = 16 * 1024;

/** Asks the graph as a principal. */
export type AskGraph = (
  principal: Principal,
  query: string,
  variables: object,
  // biome-ignore lint/suspicious/noExplicitAny: an answer of any shape.
) => Promise<{ readonly data: any; readonly codes: readonly string[] }>;

interface BeaconServices {
  /** Open to everybody, or to programs that institutions let in. */
  readonly open: 'public' | 'clients';
  readonly url: () => string;
  readonly version: string;
  readonly ask: AskGraph;
  /** The program that a bearer token is of; null where it is none. */
  readonly client: (token: string) => Promise<Principal | null>;
  readonly proxies: number;
  readonly limits: SharedLimits;
}

interface Environment {
  readonly Bindings: FromNode;
  readonly Variables: { readonly requestId: string };
}

/** Who asks is told through disclosure control, out of a budget of its own: that of the beacon, or of the program. */
const asker = (of: string): Principal => ({
  accountId: of,
  name: { en: 'Beacon', zh: 'Beacon' },
  role: 'RESEARCHER',
  institutionId: null,
});

const filter = v.object({
  id: v.pipe(v.string(), v.maxLength(100)),
  operator: v.optional(v.string()),
  value: v.optional(v.union([v.string(), v.number()])),
});
const page = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const body = v.object({
  query: v.optional(
    v.object({
      filters: v.optional(v.array(filter), []),
      requestedGranularity: v.optional(v.string(), 'boolean'),
      pagination: v.optional(v.object({ skip: v.optional(page), limit: v.optional(page) }), {}),
      testMode: v.optional(v.boolean(), false),
    }),
    {},
  ),
});

const GRANULARITIES = ['boolean', 'count', 'aggregated', 'record'];

/** Rows are asked for in vain: the answer says that it is a count. @throws {BadFilter} */
const granularityOf = (asked = 'boolean') => {
  if (!GRANULARITIES.includes(asked))
    throw new BadFilter(`requestedGranularity is one of ${GRANULARITIES.join(', ')}.`);
  return {
    requested: asked,
    granularity: (asked === 'boolean' ? 'boolean' : 'count') as answers.Granularity,
  };
};

/** A whole number of an address. @throws {BadFilter} */
const wholeOf = (c: Context<Environment>, name: string): number => {
  const text = c.req.query(name) ?? '0';
  if (!/^\d{1,4}$/.test(text)) throw new BadFilter(`${name} is a whole number from 0 to 9999.`);
  return Number(text);
};

/** `ageAtDiagnosis>=50` as an address has it. */
const filterOf = (text: string): Filter => {
  const [, id = text, operator, value] = /^(.*?)(>=|<=|=|>|<)(.*)$/.exec(text) ?? [];
  return operator === undefined ? { id } : { id, operator, value: value ?? '' };
};

const readAsked = async (c: Context<Environment>): Promise<answers.Asked> => {
  if (c.req.method === 'GET') {
    const filters = (c.req.query('filters') ?? '').split(',').filter(Boolean).map(filterOf);
    return {
      ...{ filters, ...granularityOf(c.req.query('requestedGranularity')) },
      ...{ skip: wholeOf(c, 'skip'), limit: wholeOf(c, 'limit') },
      test: c.req.query('testMode') === 'true',
    };
  }
  const sent: unknown = await c.req.json().catch(() => null);
  const read = v.safeParse(body, sent);
  if (!read.success)
    throw new BadFilter('The body is no Beacon request: {"query": {"filters": []}}.');
  const { filters = [], requestedGranularity, pagination, testMode } = read.output.query;
  return {
    filters: filters.map(({ id, operator, value }) => ({
      id,
      ...(operator !== undefined && { operator }),
      ...(value !== undefined && { value }),
    })),
    ...granularityOf(requestedGranularity),
    ...{ skip: pagination.skip ?? 0, limit: pagination.limit ?? 0, test: testMode },
  };
};

const COUNT = `query BeaconCount($definition: CohortDefinitionInput!, $release: Int) {
  disclosureRule { minimumCell }
  cohort(definition: $definition, release: $release) { problems { code } count { value } } }`;
const RELEASES = `query BeaconReleases {
  disclosureRule { minimumCell }
  releases { number builtAt checksum firstYear lastYear persons { value } } }`;

/** A specimen that somebody looked at: cytology, haematology, histology of a metastasis or of the primary. */
const MICROSCOPIC = { basis: ['5', '6', '7'] };

interface ReleaseFacts {
  readonly number: number;
  readonly builtAt: string;
  readonly checksum: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly persons: { readonly value: number | null };
}

const datasetOf = ({ number, builtAt, checksum, firstYear, lastYear }: ReleaseFacts) => ({
  id: `release-${number}`,
  name: `Release ${number}`,
  description: `De-identified cases diagnosed ${firstYear ?? '?'}–${lastYear ?? '?'}, immutable; SHA-256 ${checksum}.`,
  createDateTime: builtAt,
  version: String(number),
});

const cohortOf = ({ number, persons }: ReleaseFacts) => ({
  id: `release-${number}-everyone`,
  name: `Everyone in release ${number}`,
  cohortType: 'beacon-defined',
  ...(persons.value !== null && { cohortSize: persons.value }),
});

/**
 * GA4GH Beacon v2 over the newest release: booleans and counts through disclosure control, never rows.
 */
export const beaconEndpoint = (services: BeaconServices) => {
  const { open, version, ask, client, proxies, limits } = services;
  const app = new Hono<Environment>();
  const rate = limits('beacon', ASKED);
  const here = (): answers.Beacon => {
    const url = services.url().replace(/\/$/, '');
    const id = new URL(url).hostname.split('.').toReversed().join('.');
    return { id: `${id}.beacon`, url, version, open };
  };
  const told = (
    c: Context<Environment>,
    status: 400 | 401 | 404 | 413 | 429 | 503,
    message: string,
  ) => c.json(answers.refused(here(), status, message), status);

  const callerOf = async (c: Context<Environment>): Promise<Principal | null> => {
    if (open === 'public') return asker('beacon');
    const token = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const found = token === undefined ? null : await client(token);
    return found && asker(`beacon ${found.accountId}`);
  };
  const count = async (
    c: Context<Environment>,
    entity: answers.EntryType,
    more: readonly object[],
    release: number | null = null,
  ): Promise<Response> => {
    try {
      const principal = await callerOf(c);
      if (principal === null) return told(c, 401, 'This beacon is open to registered programs.');
      const asked = await readAsked(c);
      const { all } = definitionOf(asked.filters);
      const { data, codes } = await ask(principal, COUNT, {
        ...{ definition: { all: [...all, ...more] }, release },
      });
      if (codes.includes('COUNTS_SPENT'))
        return told(c, 429, 'The counts of today have been told; ask again tomorrow.');
      if (codes.length > 0) return told(c, 503, 'The platform could not answer.');
      // A release that is not there has nobody.
      const value: number | null = data.cohort?.count?.value ?? null;
      const { minimumCell } = data.disclosureRule;
      return c.json(answers.counted(here(), entity, asked, value, minimumCell));
    } catch (error) {
      if (error instanceof BadFilter) return told(c, 400, error.message);
      throw error;
    }
  };
  const listed = async (
    c: Context<Environment>,
    entity: answers.EntryType,
    of: (release: ReleaseFacts) => { readonly id: string },
    id: string | null = null,
  ): Promise<Response> => {
    try {
      const principal = await callerOf(c);
      if (principal === null) return told(c, 401, 'This beacon is open to registered programs.');
      const asked = await readAsked(c);
      const { data, codes } = await ask(principal, RELEASES, {});
      if (codes.length > 0) return told(c, 503, 'The platform could not answer.');
      const all: { readonly id: string }[] = data.releases.map(of);
      const found = id === null ? all : all.filter((one) => one.id === id);
      if (id !== null && found.length === 0) return told(c, 404, `There is no ${entity} ${id}.`);
      const answered = { ...asked, granularity: 'count' } as const;
      return c.json(answers.collections(here(), entity, answered, found));
    } catch (error) {
      if (error instanceof BadFilter) return told(c, 400, error.message);
      throw error;
    }
  };
  /** Persons of one release, by the id of its data set or of its cohort of everybody. */
  const within =
    (entity: answers.EntryType, more: readonly object[]) =>
    async (c: Context<Environment>): Promise<Response> => {
      const [, number] = /^release-(\d{1,6})(?:-everyone)?$/.exec(c.req.param('id') ?? '') ?? [];
      return number === undefined
        ? told(c, 404, 'There is no such data set or cohort.')
        : count(c, entity, more, Number(number));
    };

  app.use(
    '*',
    bodyLimit({ maxSize: LARGEST, onError: (c) => told(c, 413, 'The body is too large.') }),
  );
  app.use('*', async (c, next) => {
    const from = addressOf(c.env, c.req.header('x-forwarded-for'), proxies);
    if ((await rate.take(from)) > 0)
      return told(c, 429, `${ASKED.points} questions a minute are answered.`);
    return next();
  });
  for (const path of ['/', '/info']) app.get(path, (c) => c.json(answers.info(here())));
  app.get('/service-info', (c) => c.json(answers.serviceInfo(here())));
  app.get('/configuration', (c) => c.json(answers.configuration(here())));
  app.get('/map', (c) => c.json(answers.map(here())));
  app.get('/entry_types', (c) => c.json(answers.types(here())));
  app.get('/filtering_terms', (c) => c.json(answers.terms(here(), filteringTerms)));
  app.on(['GET', 'POST'], '/individuals', (c) => count(c, 'individual', []));
  app.on(['GET', 'POST'], '/biosamples', (c) => count(c, 'biosample', [MICROSCOPIC]));
  app.on(['GET', 'POST'], '/datasets', (c) => listed(c, 'dataset', datasetOf));
  app.on(['GET', 'POST'], '/cohorts', (c) => listed(c, 'cohort', cohortOf));
  app.on(['GET', 'POST'], '/datasets/:id', (c) =>
    listed(c, 'dataset', datasetOf, c.req.param('id')),
  );
  app.on(['GET', 'POST'], '/cohorts/:id', (c) => listed(c, 'cohort', cohortOf, c.req.param('id')));
  for (const folder of ['datasets', 'cohorts']) {
    app.on(['GET', 'POST'], `/${folder}/:id/individuals`, within('individual', []));
    app.on(['GET', 'POST'], `/${folder}/:id/biosamples`, within('biosample', [MICROSCOPIC]));
  }
  app.all('*', (c) => told(c, 404, 'This beacon has no such endpoint: /beacon/map lists them.'));
  return app;
};
