import {
  type Database,
  hasScope,
  isUnavailable,
  isUnstorable,
  originOf,
  type Principal,
  type RequestOrigin,
} from '@nodp/database';
import {
  attachmentStore,
  type FhirRequest,
  type IngestResult,
  type Intake,
  withoutLongAttachments,
} from '@nodp/intake';
import { BadQuestion } from '../audit/question.ts';
import { type Admission, admission, type Place, RETRY_AFTER } from '../endpoints/admission.ts';
import { sharedLimits } from '../endpoints/shared-limit.ts';
import { type Taking, takingHere } from '../taking/taking.ts';
import { answerOf } from './answer.ts';
import { mayReadAudit, searchAuditEvents } from './audit-search.ts';
import { BodyRefused, readBody } from './body.ts';
import { createBulk, exportsAt } from './bulk/endpoint.ts';
import { capabilityStatement } from './metadata.ts';
import { createReading, readsAt } from './reading/endpoint.ts';
import { Refusal } from './reading/refusal.ts';
import { JSON_TYPES, parameter, refuse, respond, wantsJson } from './responses.ts';

export interface FhirServices {
  /** Where records are read. */
  readonly database: Database;
  /** Connections of their own for what is taken in, so that no reader waits for it; those of reading where none are given. */
  readonly writing?: Database;
  readonly places?: Admission;
  /** Reads and writes what is sent; on this thread, by the connections of writing, where none is given. */
  readonly taking?: Taking;
  readonly intake: Intake;
  /** The platform's own address, without a slash at its end. */
  readonly url: string;
  readonly version: string;
  /** Where the files of bulk exports lie. */
  readonly exports: string;
  /** Of an unpacked body; 96 MB by default, so that an attachment of 50 MB in base64 fits. */
  readonly maxBytes?: number;
  /** Hears of every submission that was answered: for metrics and the log. */
  readonly onIngested?: (result: IngestResult) => void;
  readonly onError?: (error: unknown, requestId: string) => void;
}

export interface Caller extends RequestOrigin {
  readonly principal: Principal | null;
}

/** `/fhir`, `/fhir/Patient`, `/fhir/Patient/7`. */
const ADDRESS = /^\/fhir(?:\/([A-Za-z]+)(?:\/([A-Za-z0-9.-]{1,64}))?)?\/?$/;

/** As the access audit names it: without the sender's key of the resource, which may name a person. */
const operationOf = (method: string, type: string | undefined): string =>
  `${method} /fhir${type === undefined ? '' : `/${type}`}`;

/** Why a caller may not send records; null when it may. */
const forbidden = ({ principal }: Caller): Response | null => {
  if (principal === null) {
    return refuse(401, 'login', 'Sign in as a system account of a hospital.', {
      'www-authenticate': 'Bearer',
    });
  }
  if (!hasScope(principal, 'record:write') || principal.institutionId === null) {
    return refuse(
      403,
      'forbidden',
      'Only a system account of a hospital sends records, or a client with the scope system/*.cu.',
    );
  }
  return null;
};

/** Pages and records that one client may ask for in a minute. */
const READINGS = { points: 1_200, duration: 60, slack: 12 };

const METHODS = new Set(['POST', 'PUT']);

/** What is said of a body that cannot be taken. */
const BODY_CODES = {
  400: 'structure',
  413: 'too-costly',
  415: 'not-supported',
  429: 'transient',
} as const;

/** The FHIR endpoint takes records in, and gives the access audit out to who may read it. It never throws. */
export const createFhirEndpoint = (services: FhirServices) => {
  const { database, intake, url, version, maxBytes = 96 * 2 ** 20, onIngested, onError } = services;
  const { writing = database, places = admission() } = services;
  const { taking = takingHere(writing, intake) } = services;
  const begun = new Date().toISOString();

  const takeIn = async (
    request: Request,
    caller: Caller & { readonly principal: Principal },
    { hold }: Place,
    { type, id, criteria, charset }: Pick<FhirRequest, 'type' | 'id' | 'criteria' | 'charset'>,
  ): Promise<Response> => {
    const { principal } = caller;
    const store = attachmentStore((work) => writing.session(principal, work), intake.cipher);
    // In another charset a quotation mark may be half a sign.
    const isUtf8 = charset === undefined || /^utf-?8$/i.test(charset);
    const content = await readBody(request, maxBytes, {
      pass: (parts) => (isUtf8 ? withoutLongAttachments(parts, store) : parts),
      hold,
    });
    const sent: FhirRequest = {
      type,
      id,
      criteria: criteria === '' ? undefined : criteria,
      ifNoneExist: request.headers.get('if-none-exist') ?? undefined,
      ifMatch: request.headers.get('if-match') ?? undefined,
      charset,
    };
    const result = await taking.take({
      principal,
      origin: { ...originOf(caller), operation: operationOf(request.method, type) },
      channel: 'fhir',
      content,
      request: sent,
    });
    onIngested?.(result);
    const answer = answerOf(result, url, new Date().toISOString());
    return respond({
      ...answer,
      headers: { ...answer.headers, 'x-submission-id': result.submissionId },
    });
  };

  const take = async (
    request: Request,
    caller: Caller,
    path: string,
    query: string,
  ): Promise<Response> => {
    const [, type, id] = ADDRESS.exec(path) ?? [];
    const isUpdate = request.method === 'PUT';
    const criteria = isUpdate && type !== undefined && id === undefined ? query : '';
    if (
      !METHODS.has(request.method) ||
      isUpdate !== (id !== undefined || criteria !== '') ||
      (isUpdate && id !== undefined && query !== '')
    ) {
      const message = isUpdate
        ? 'PUT goes to /fhir/{type}/{id}, or to /fhir/{type}?identifier=system|value.'
        : 'Records are sent with POST to /fhir or /fhir/{type}, or PUT to /fhir/{type}/{id}. GET reads the types of /fhir/metadata.';
      return refuse(405, 'not-supported', message, {
        allow: id === undefined ? 'POST' : 'PUT',
      });
    }
    const refused = forbidden(caller);
    if (refused !== null || caller.principal === null) return refused ?? refuse(401, 'login', '');
    const contentType = request.headers.get('content-type') ?? '';
    const fhirVersion = parameter(contentType, 'fhirVersion');
    if (fhirVersion !== undefined && !/^4\.0(\.\d+)?$/.test(fhirVersion)) {
      return refuse(
        415,
        'not-supported',
        `FHIR ${fhirVersion} is not taken. Send FHIR R4: fhirVersion=4.0.`,
      );
    }
    if (!JSON_TYPES.test(contentType)) {
      return refuse(415, 'not-supported', 'Send JSON, Content-Type application/fhir+json.');
    }
    if (!wantsJson(request.headers.get('accept'))) {
      return refuse(406, 'not-supported', 'The answer is JSON: Accept application/fhir+json.');
    }
    const place = places.enter(caller.principal.accountId);
    if (place === null)
      return refuse(
        429,
        'transient',
        'More is being taken in than has room. Send it again in a moment: nothing of it was taken.',
        { 'retry-after': String(RETRY_AFTER), connection: 'close' },
      );
    try {
      return await takeIn(request, { ...caller, principal: caller.principal }, place, {
        ...{ type, id, criteria },
        charset: parameter(contentType, 'charset'),
      });
    } finally {
      place.leave();
    }
  };

  const audit = async (request: Request, caller: Caller): Promise<Response> => {
    const { principal } = caller;
    if (principal === null)
      return refuse(401, 'login', 'Sign in first.', { 'www-authenticate': 'Bearer' });
    if (!mayReadAudit(principal))
      return refuse(403, 'forbidden', 'The access audit is not open to this account.');
    const { searchParams } = new URL(request.url);
    const body = await searchAuditEvents({ database, url }, principal, caller, searchParams);
    return respond({ status: 200, headers: {}, body });
  };

  const readings = sharedLimits(database, intake.cipher)('readings', READINGS);
  const readRecords = createReading({ database, cipher: intake.cipher, url });
  const bulk = createBulk({ database, cipher: intake.cipher, url, folder: services.exports });
  const read = async (request: Request, caller: Caller, pathname: string): Promise<Response> => {
    const { principal } = caller;
    if (principal === null)
      return refuse(401, 'login', 'Sign in as a client of your institution.', {
        'www-authenticate': 'Bearer',
      });
    if (!wantsJson(request.headers.get('accept')))
      return refuse(406, 'not-supported', 'The answer is JSON: Accept application/fhir+json.');
    const seconds = await readings.take(principal.accountId);
    if (seconds > 0)
      return refuse(429, 'transient', 'Too many questions in a minute; wait for the next.', {
        'retry-after': String(seconds),
      });
    const asked = { principal, origin: originOf(caller), request };
    const answer = await (exportsAt(pathname) ? bulk : readRecords)(asked);
    return answer instanceof Response ? answer : respond(answer);
  };
  const isReading = ({ method }: Request, pathname: string): boolean =>
    (method === 'GET' || (method === 'POST' && pathname.endsWith('/_search'))) && readsAt(pathname);

  return async (request: Request, caller: Caller): Promise<Response> => {
    try {
      const { pathname, search } = new URL(request.url);
      if (pathname === '/fhir/metadata') {
        return request.method === 'GET'
          ? respond({
              status: 200,
              headers: {},
              body: capabilityStatement(
                url,
                version,
                begun,
                new Set(['Patient', ...intake.fhir.types]),
              ),
            })
          : refuse(405, 'not-supported', 'GET /fhir/metadata.', { allow: 'GET' });
      }
      if (request.method === 'GET' && pathname === '/fhir/AuditEvent')
        return await audit(request, caller);
      if (exportsAt(pathname) || isReading(request, pathname))
        return await read(request, caller, pathname);
      if (!ADDRESS.test(pathname)) return refuse(404, 'not-found', `There is no ${pathname}.`);
      return await take(request, caller, pathname, search.slice(1));
    } catch (error) {
      if (error instanceof BodyRefused) {
        // What is left of the body is not read, so that the connection serves nothing more.
        return refuse(error.status, BODY_CODES[error.status], error.message, {
          connection: 'close',
          ...(error.status === 429 && { 'retry-after': String(RETRY_AFTER) }),
        });
      }
      if (error instanceof Refusal)
        return refuse(error.status, error.code, error.message, error.headers);
      if (error instanceof BadQuestion) return refuse(400, 'value', error.message);
      if (isUnstorable(error))
        return refuse(
          400,
          'value',
          'A text or an address holds a sign that no text can hold (U+0000, or half a character); leave it out.',
        );
      onError?.(error, caller.requestId);
      if (isUnavailable(error)) {
        return refuse(
          503,
          'transient',
          `The database does not answer at the moment (request ${caller.requestId}). Send it again: nothing is written twice.`,
          { 'retry-after': '5' },
        );
      }
      return refuse(
        500,
        'exception',
        `Something went wrong on our side (request ${caller.requestId}). What you sent is stored if it is in your submissions; send it again: nothing is written twice.`,
      );
    }
  };
};
