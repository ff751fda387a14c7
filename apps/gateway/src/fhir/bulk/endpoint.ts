import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  type Database,
  hasScope,
  type IdentityCipher,
  originOf,
  type Principal,
  type RequestOrigin,
  type Session,
} from '@nodp/database';
import { operationOutcomeOf } from '@nodp/intake';
import { v7 as uuidv7 } from 'uuid';
import type { Answer } from '../answer.ts';
import { Refusal } from '../reading/refusal.ts';
import {
  cancelExport,
  type ExportFile,
  type ExportState,
  exportState,
  MOST_STORED,
  requestExport,
} from './export-statements.ts';
import { readExportQuestion } from './question.ts';
import { readSealed } from './sealed-file.ts';

export interface BulkServices {
  readonly database: Database;
  readonly cipher: IdentityCipher;
  /** The platform's own address, without a slash at its end. */
  readonly url: string;
  /** Where the files of exports lie. */
  readonly folder: string;
}

interface Asked {
  readonly principal: Principal;
  readonly origin: RequestOrigin;
  readonly request: Request;
}

const ASK = /^\/fhir\/(?:Patient\/)?\$export\/?$/;
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const STATUS = new RegExp(`^/fhir/\\$export-status/(${UUID})$`);
const FILE = new RegExp(`^/fhir/\\$export-file/(${UUID})/([A-Za-z]+-\\d+\\.ndjson)$`);

export const exportsAt = (pathname: string): boolean =>
  /^\/fhir\/(?:Patient\/)?\$export(?:[-/]|$)/.test(pathname);

/** How long until it is worth asking again (s). */
const RETRY = 10;

const allowed = (request: Request, ...methods: readonly string[]): void => {
  if (!methods.includes(request.method))
    throw new Refusal(405, 'not-supported', `Here is ${methods.join(' or ')}.`, {
      allow: methods.join(', '),
    });
};

const told = (message: string) =>
  operationOutcomeOf([{ severity: 'information', code: 'informational', where: '', message }]);

const none = () =>
  new Refusal(
    404,
    'not-found',
    'There is no such export of this client: it was ended or has expired.',
  );

/** Bulk Data Access (FHIR): asks for an export, tells how far it is, gives its files to the client that asked. */
export const createBulk = ({ database, cipher, url, folder }: BulkServices) => {
  const base = `${url}/fhir`;
  const within = <T>(
    { principal, origin }: Asked,
    operation: string,
    work: (session: Session) => Promise<T>,
  ) => database.session(principal, work, { ...originOf(origin), operation });

  const ask = async (asked: Asked): Promise<Answer> => {
    const { request, principal } = asked;
    allowed(request, 'GET', 'POST');
    if (!/\brespond-async\b/i.test(request.headers.get('prefer') ?? ''))
      throw new Refusal(
        400,
        'required',
        'An export is made while you wait elsewhere: Prefer: respond-async.',
      );
    const question = await readExportQuestion(request, principal);
    const { pathname, search } = new URL(request.url);
    const id = uuidv7();
    const outcome = await within(asked, `${request.method} /fhir/$export`, async (session) => {
      await session.audit('export', [], { export: id, ...question });
      return requestExport(session, id, { ...question, address: `${url}${pathname}${search}` });
    });
    if (outcome !== 'ASKED')
      throw new Refusal(
        429,
        'transient',
        outcome === 'RUNNING'
          ? 'Another export of this client is under way. Wait for its end, or end it with DELETE.'
          : `The files of ${MOST_STORED} exports of this client are kept already. End one with DELETE.`,
        { 'retry-after': '60' },
      );
    const status = `${base}/$export-status/${id}`;
    return {
      status: 202,
      headers: { 'content-location': status },
      body: told(`The export is asked for. How far it is: ${status}.`),
    };
  };

  const manifest = (id: string, { request, transactionTime, files }: ExportState) => ({
    transactionTime: new Date(transactionTime ?? 0).toISOString(),
    request,
    requiresAccessToken: true,
    output: files.map(({ type, name, count }) => ({
      type,
      url: `${base}/$export-file/${id}/${name}`,
      count,
    })),
    error: [],
  });

  const status = async (asked: Asked, id: string): Promise<Answer> => {
    allowed(asked.request, 'GET', 'DELETE');
    if (asked.request.method === 'DELETE') {
      const there = await within(asked, 'DELETE /fhir/$export-status', (s) => cancelExport(s, id));
      if (!there) throw none();
      return {
        status: 202,
        headers: {},
        body: told('The export is ended and its files are removed.'),
      };
    }
    const found = await within(asked, 'GET /fhir/$export-status', (s) => exportState(s, id));
    if (found === null || found.state === 'CANCELLED') throw none();
    if (found.state === 'FAILED')
      throw new Refusal(500, 'exception', `The export failed. ${found.problem ?? ''}`.trim());
    if (found.state === 'DONE')
      return {
        status: 200,
        headers: {
          'content-type': 'application/json',
          expires: new Date(found.expiresAt ?? 0).toUTCString(),
        },
        body: manifest(id, found),
      };
    const progress =
      found.state === 'REQUESTED' ? 'queued' : `${found.resources} resources written`;
    return {
      status: 202,
      headers: { 'x-progress': progress, 'retry-after': String(RETRY) },
      body: null,
    };
  };

  const file = async (asked: Asked, id: string, name: string): Promise<Response> => {
    allowed(asked.request, 'GET');
    const path = join(folder, id, name);
    await within(asked, 'GET /fhir/$export-file', async (session) => {
      const found = await exportState(session, id);
      const one: ExportFile | undefined =
        found?.state === 'DONE' ? found.files.find((of) => of.name === name) : undefined;
      if (one === undefined) throw none();
      await access(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? none() : error;
      });
      // Whom it is about was recorded as it was written, under the same id.
      await session.audit('export', [], { export: id, file: name, shown: one.count });
    });
    return new Response(Readable.toWeb(Readable.from(readSealed(path, cipher))) as BodyInit, {
      headers: { 'content-type': 'application/fhir+ndjson', 'cache-control': 'no-store' },
    });
  };

  /** @throws Refusal */
  return async (asked: Asked): Promise<Answer | Response> => {
    const { principal, request } = asked;
    if (!hasScope(principal, 'fhir:read') || principal.institutionId === null)
      throw new Refusal(
        403,
        'forbidden',
        'Only a client of an institution exports (scope system/*.rs).',
      );
    const { pathname } = new URL(request.url);
    if (ASK.test(pathname)) return ask(asked);
    const [, ofStatus] = STATUS.exec(pathname) ?? [];
    if (ofStatus !== undefined) return status(asked, ofStatus);
    const [, ofFile, name] = FILE.exec(pathname) ?? [];
    if (ofFile !== undefined && name !== undefined) return file(asked, ofFile, name);
    throw none();
  };
};
