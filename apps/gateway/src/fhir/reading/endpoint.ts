import {
  type Database,
  type IdentityCipher,
  originOf,
  type Principal,
  type RequestOrigin,
} from '@nodp/database';
import { encodeCursor } from '@nodp/graph';
import { operationOutcomeOf } from '@nodp/intake';
import type { Answer } from '../answer.ts';
import { readBody } from '../body.ts';
import { mayRead } from './may-read.ts';
import { isId } from './naming.ts';
import { everythingOf, type Question, readQuestion } from './question.ts';
import { Refusal } from './refusal.ts';
import type { Read, Reading } from './resources.ts';
import { EVERY, type Found, patientCalled, search } from './search.ts';
import { type ServedType, servedTypes } from './served.ts';

export interface ReadingServices {
  readonly database: Database;
  readonly cipher: IdentityCipher;
  /** The platform's own address, without a slash at its end. */
  readonly url: string;
  /** Longest statement, milliseconds; 15 s where not said. */
  readonly patience?: number;
}

interface Asked {
  readonly principal: Principal;
  readonly origin: RequestOrigin;
  readonly request: Request;
}

/** Bytes of a search that is posted: an address is no longer. */
const LARGEST_SEARCH = 64 * 1024;

/** `/fhir/Observation`, `/fhir/Observation/7`, `/fhir/Observation/_search`, `/fhir/Patient/7/$everything`. */
const ADDRESS = /^\/fhir\/([A-Za-z]+)(?:\/(_search|[A-Za-z0-9.-]{1,64})(?:\/(\$everything))?)?\/?$/;

export const readsAt = (pathname: string): boolean => {
  const [, type] = ADDRESS.exec(pathname) ?? [];
  return type !== undefined && servedTypes.has(type);
};

const demand = (principal: Principal, type: string): void => {
  if (!mayRead(principal, type))
    throw new Refusal(
      403,
      'forbidden',
      `This client may not read ${type} (scope system/${type}.rs).`,
    );
};

const isTooSlow = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === '57014';

const outcome = (message: string) => ({
  ...operationOutcomeOf([{ severity: 'information', code: 'informational', where: '', message }]),
});

const isStrict = (request: Request): boolean =>
  /\bhandling\s*=\s*strict\b/i.test(request.headers.get('prefer') ?? '');

export const createReading = ({ database, cipher, url, patience = 15_000 }: ReadingServices) => {
  const base = `${url}/fhir`;

  /** Reads under the institution's row-level security; every patient shown is recorded before anything is answered. */
  const within = async <T extends { readonly shown: readonly Read[] }>(
    { principal, origin }: Asked,
    operation: string,
    action: 'read' | 'search',
    detail: Readonly<Record<string, unknown>>,
    work: (reading: Reading) => Promise<T>,
  ): Promise<T> => {
    const institution = principal.institutionId;
    if (institution === null)
      throw new Refusal(403, 'forbidden', 'Only an institution reads its own records.');
    return database.session(
      principal,
      async (session) => {
        const limit = {
          text: `select set_config('statement_timeout', $1, true)`,
          bind: () => [String(patience)],
        };
        const result = await session
          .transaction(async () => {
            await session.run(limit);
            return work({ session, cipher, institution });
          })
          .catch((error: unknown) => {
            if (isTooSlow(error))
              throw new Refusal(
                400,
                'too-costly',
                'This search takes too long. Name a patient, or ask for less.',
              );
            throw error;
          });
        const patients = [...new Set(result.shown.map(({ patientId }) => patientId))];
        await session.audit(action, patients, { ...detail, shown: result.shown.length });
        return result;
      },
      { ...originOf(origin), operation },
    );
  };

  const bundleOf = (
    question: Question,
    { matches, included, next }: Found,
    self: string,
    query: URLSearchParams,
  ) => {
    const following = new URLSearchParams(query);
    if (next !== null) following.set('_page', encodeCursor(next));
    const entry =
      (mode: string) =>
      ({ resource }: Read) => ({
        fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
        resource,
        search: { mode },
      });
    const ignored = question.ignored.map((name) => ({
      resource: outcome(`The parameter ${name} is not known and was left out of the search.`),
      search: { mode: 'outcome' },
    }));
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      timestamp: new Date().toISOString(),
      link: [
        { relation: 'self', url: `${self}${query.size === 0 ? '' : `?${query}`}` },
        ...(next === null ? [] : [{ relation: 'next', url: `${self}?${following}` }]),
      ],
      entry: [...matches.map(entry('match')), ...included.map(entry('include')), ...ignored],
    };
  };

  const searchType = async (
    asked: Asked,
    served: ServedType,
    query: URLSearchParams,
  ): Promise<Answer> => {
    const question = readQuestion(served, query, isStrict(asked.request));
    for (const { target } of question.include) demand(asked.principal, target);
    const detail = { type: served.type, parameters: [...new Set(query.keys())].slice(0, 40) };
    const { found } = await within(
      asked,
      `GET /fhir/${served.type}`,
      'search',
      detail,
      async (reading) => {
        const found = await search(reading, question);
        return { found, shown: [...found.matches, ...found.included] };
      },
    );
    return {
      status: 200,
      headers: {},
      body: bundleOf(question, found, `${base}/${served.type}`, query),
    };
  };

  const readOne = async (
    asked: Asked,
    { type, ...served }: ServedType,
    id: string,
  ): Promise<Answer> => {
    const { shown } = await within(
      asked,
      `GET /fhir/${type}`,
      'read',
      { type },
      async (reading) => {
        const found = await search(reading, { ...EVERY, types: [{ type, ...served }], ids: [id] });
        return { shown: found.matches };
      },
    );
    const [read] = shown;
    if (read === undefined)
      throw new Refusal(404, 'not-found', `Your institution has no ${type} with the id ${id}.`);
    const { meta } = read.resource as { meta?: { lastUpdated?: string } };
    const updated = meta?.lastUpdated ?? '';
    const etag = `W/"${Date.parse(updated).toString(36)}"`;
    if (asked.request.headers.get('if-none-match') === etag)
      return { status: 304, headers: { etag }, body: null };
    return {
      status: 200,
      headers: { etag, 'last-modified': new Date(updated).toUTCString() },
      body: read.resource,
    };
  };

  const everything = async (asked: Asked, id: string, query: URLSearchParams): Promise<Answer> => {
    const all = everythingOf(id, query);
    const types = all.types.filter(({ type }) => mayRead(asked.principal, type));
    const rest = { ...all, types: types.filter(({ type }) => type !== 'Patient') };
    const first = all.after === null && types.some(({ type }) => type === 'Patient');
    const { found } = await within(
      asked,
      'GET /fhir/Patient/$everything',
      'read',
      { everything: true },
      async (reading) => {
        const patient = await patientCalled(reading, id);
        if (patient === null)
          throw new Refusal(404, 'not-found', `Your institution has no Patient with the id ${id}.`);
        const found = await search(reading, { ...rest, patients: [patient.patientId] });
        const matches = first ? [patient, ...found.matches] : found.matches;
        return { found: { ...found, matches }, shown: matches };
      },
    );
    return {
      status: 200,
      headers: {},
      body: bundleOf(all, found, `${base}/Patient/${id}/$everything`, query),
    };
  };

  /** @throws Refusal */
  return async (asked: Asked): Promise<Answer> => {
    const { pathname, searchParams } = new URL(asked.request.url);
    const [, type = '', id, operation] = ADDRESS.exec(pathname) ?? [];
    const served = servedTypes.get(type);
    if (served === undefined) throw new Refusal(404, 'not-found', `There is no ${pathname}.`);
    demand(asked.principal, type);
    if (operation === '$everything') {
      if (type !== 'Patient' || id === undefined)
        throw new Refusal(404, 'not-found', '$everything is asked of a Patient.');
      return everything(asked, id, searchParams);
    }
    if (id === '_search') {
      const sent = await readBody(asked.request, LARGEST_SEARCH);
      const body = new URLSearchParams(Buffer.from(sent).toString('utf8'));
      return searchType(asked, served, new URLSearchParams([...searchParams, ...body]));
    }
    if (id === undefined) return searchType(asked, served, searchParams);
    if (!isId(id)) throw new Refusal(404, 'not-found', `There is no ${pathname}.`);
    return readOne(asked, served, id);
  };
};

export type ReadRecords = ReturnType<typeof createReading>;
