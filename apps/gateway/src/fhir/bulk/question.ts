import type { Principal } from '@nodp/database';
import { BodyRefused, readBody } from '../body.ts';
import { askedDate } from '../reading/dates.ts';
import { mayRead } from '../reading/may-read.ts';
import { Refusal } from '../reading/refusal.ts';
import { servedTypes } from '../reading/served.ts';

/** What a bulk export is asked to give. */
export interface ExportQuestion {
  readonly types: readonly string[];
  /** ISO 8601, in UTC: what was recorded at it or later. Null for everything. */
  readonly since: string | null;
}

const NDJSON = ['application/fhir+ndjson', 'application/ndjson', 'ndjson'];
const NAMES = ['_type', '_since', '_outputFormat'];
/** Of how the answer to the request itself is written. */
const OF_THE_ANSWER = ['_format', '_pretty'];
const LARGEST_BODY = 64 * 1024;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

interface Parameter {
  readonly name?: unknown;
  readonly [value: string]: unknown;
}

const sentIn = async (request: Request): Promise<readonly (readonly [string, string])[]> => {
  const wrong = (message: string) => new Refusal(400, 'structure', message);
  let text: string;
  try {
    text = Buffer.from(await readBody(request, LARGEST_BODY)).toString('utf8');
  } catch (error) {
    // Everything that is asked may stand in the address.
    if (error instanceof BodyRefused && error.status === 400 && request.body === null) return [];
    throw error;
  }
  let body: { resourceType?: unknown; parameter?: unknown };
  try {
    body = JSON.parse(text);
  } catch {
    throw wrong('The body is no JSON. Send a Parameters resource, or none.');
  }
  if (body?.resourceType !== 'Parameters' || !Array.isArray(body.parameter ?? []))
    throw wrong(
      'The body is a Parameters resource: {"resourceType":"Parameters","parameter":[…]}.',
    );
  return ((body.parameter ?? []) as readonly (Parameter | null)[]).map((one) => {
    const value = Object.entries(one ?? {}).find(([name]) => name.startsWith('value'))?.[1];
    if (typeof one?.name !== 'string' || typeof value !== 'string')
      throw wrong(
        'Each parameter has a name and a value: {"name":"_type","valueString":"Patient"}.',
      );
    return [one.name, value] as const;
  });
};

const typesOf = (principal: Principal, texts: readonly string[]): string[] => {
  const asked = [...new Set(texts.flatMap((text) => text.split(',')).filter(Boolean))];
  const unknown = asked.find((type) => !servedTypes.has(type));
  if (unknown !== undefined)
    throw new Refusal(
      400,
      'not-supported',
      `_type: ${unknown.slice(0, 40)} is not exported; there are ${[...servedTypes.keys()].join(', ')}.`,
    );
  const closed = asked.find((type) => !mayRead(principal, type));
  if (closed !== undefined)
    throw new Refusal(
      403,
      'forbidden',
      `This client may not read ${closed} (scope system/${closed}.rs).`,
    );
  const types = [...servedTypes.keys()].filter(
    (type) => (asked.length === 0 || asked.includes(type)) && mayRead(principal, type),
  );
  if (types.length === 0)
    throw new Refusal(403, 'forbidden', 'This client may read nothing (scope system/*.rs).');
  return types;
};

const sinceOf = (text: string | undefined): string | null => {
  if (text === undefined) return null;
  if (!INSTANT.test(text))
    throw new Refusal(
      400,
      'value',
      `_since is an instant of FHIR, such as 2026-03-01T00:00:00+08:00; not “${text.slice(0, 40)}”.`,
    );
  return askedDate('_since', text).from.toISOString();
};

/**
 * Reads the request for an export; without `_type` it is all that the client may read.
 * @throws Refusal
 */
export const readExportQuestion = async (
  request: Request,
  principal: Principal,
): Promise<ExportQuestion> => {
  const { searchParams } = new URL(request.url);
  const all = [...searchParams, ...(request.method === 'POST' ? await sentIn(request) : [])];
  const unknown = all.find(([name]) => !NAMES.includes(name) && !OF_THE_ANSWER.includes(name));
  if (unknown !== undefined)
    throw new Refusal(
      400,
      'not-supported',
      `$export does not know ${unknown[0].slice(0, 60)}; there are ${NAMES.join(', ')}.`,
    );
  const of = (name: string) => all.filter(([one]) => one === name).map(([, value]) => value);
  const format = of('_outputFormat').find((one) => !NDJSON.includes(one));
  if (format !== undefined)
    throw new Refusal(
      400,
      'not-supported',
      `_outputFormat is application/fhir+ndjson, not “${format.slice(0, 60)}”.`,
    );
  return { types: typesOf(principal, of('_type')), since: sinceOf(of('_since').at(-1)) };
};
