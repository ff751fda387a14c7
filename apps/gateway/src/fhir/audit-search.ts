import {
  type AuditAction,
  type AuditFilter,
  auditFilterDetail,
  type Database,
  hasScope,
  originOf,
  type Principal,
  type RequestOrigin,
  readAudit,
} from '@nodp/database';
import { dayBegins, decodeCursor, encodeCursor } from '@nodp/graph';
import { GraphQLError } from 'graphql';
import { institutionCodes } from '../audit/institution-codes.ts';
import { accountOf, BadQuestion, dayOf, patientOf } from '../audit/question.ts';
import { auditEventOf } from './audit-event.ts';

const PARAMETERS = ['date', 'altid', 'patient', 'type', '_count', '_page'];
const MOST = 200;
const USUAL = 50;

/** Our actions by the type that FHIR has for them (`rest`, or a DICOM code). */
const TYPES: Readonly<Record<string, readonly AuditAction[]>> = {
  rest: ['read', 'search', 'write', 'change', 'refused', 'claim', 'unlink', 'relink', 'referral'],
  '110114': ['sign-in', 'sign-in-refused', 'sign-out'],
  '110101': ['audit-read'],
  '110106': ['export'],
  '110127': ['break-glass'],
};

/** `ge2026-03-01` and `le2026-03-31` (days of the national calendar), or one day without either. @throws BadQuestion */
const daysOf = (dates: readonly string[]): Pick<AuditFilter, 'from' | 'to'> => {
  let [from, to]: [string | null, string | null] = [null, null];
  for (const date of dates) {
    const [, prefix = '', day = ''] = /^(ge|le|eq|)(\d{4}-\d{2}-\d{2})$/.exec(date) ?? [];
    if (day === '') throw new BadQuestion('date is geYYYY-MM-DD, leYYYY-MM-DD or YYYY-MM-DD.');
    dayOf('date', day);
    if (prefix !== 'le') from = dayBegins(day);
    if (prefix !== 'ge') to = dayBegins(day, 1);
  }
  return { from, to };
};

/** `system|value` or the value alone. */
const token = (text: string | null): string | undefined => text?.split('|').at(-1) || undefined;

const readSearch = (query: URLSearchParams) => {
  const unknown = [...query.keys()].find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined)
    throw new BadQuestion(
      `AuditEvent is not searched by ${unknown.slice(0, 40)}; there are ${PARAMETERS.join(', ')}.`,
    );
  const type = token(query.get('type'));
  if (type !== undefined && !Object.hasOwn(TYPES, type))
    throw new BadQuestion(`type is one of ${Object.keys(TYPES).join(', ')}.`);
  const count = Number(query.get('_count') ?? USUAL);
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new BadQuestion(`_count is from 1 to ${MOST}.`);
  const filter: AuditFilter = {
    account: accountOf(query.get('altid') ?? undefined),
    patient: patientOf(token(query.get('patient'))),
    institution: null,
    actions: type === undefined ? null : (TYPES[type] ?? null),
    ...daysOf(query.getAll('date')),
  };
  const page = query.get('_page');
  try {
    const [at, id] = page ? (decodeCursor(page, ['instant', 'uuid']) as string[]) : [];
    return { filter, count, after: at === undefined || id === undefined ? null : { at, id } };
  } catch (error) {
    if (error instanceof GraphQLError)
      throw new BadQuestion('_page is taken from the link “next”.');
    throw error;
  }
};

export interface AuditSearch {
  readonly database: Database;
  /** The platform's own address, without a slash at its end. */
  readonly url: string;
}

/**
 * `GET /fhir/AuditEvent`: a searchset Bundle, newest first, the next page by its link. The question is recorded before it
 * is answered.
 * @throws BadQuestion
 */
export const searchAuditEvents = (
  { database, url }: AuditSearch,
  principal: Principal,
  origin: RequestOrigin,
  query: URLSearchParams,
): Promise<object> => {
  const { filter, count, after } = readSearch(query);
  return database.session(
    principal,
    async (session) => {
      await session.audit(
        'audit-read',
        filter.patient === null ? [] : [filter.patient],
        auditFilterDetail(filter),
      );
      const rows = await readAudit(session, filter, after, count + 1);
      const codes = await institutionCodes(session);
      const shown = rows.slice(0, count);
      const self = `${url}/fhir/AuditEvent`;
      const link = (parameters: URLSearchParams) =>
        parameters.size === 0 ? self : `${self}?${parameters}`;
      const next = new URLSearchParams(query);
      const last = shown.at(-1);
      if (last !== undefined) next.set('_page', encodeCursor([last.at, last.id]));
      return {
        resourceType: 'Bundle',
        type: 'searchset',
        timestamp: new Date().toISOString(),
        link: [
          { relation: 'self', url: link(query) },
          ...(rows.length > count ? [{ relation: 'next', url: link(next) }] : []),
        ],
        entry: shown.map((row) => ({
          fullUrl: `urn:uuid:${row.id}`,
          resource: auditEventOf(row, url, (id) => codes.get(id)),
          search: { mode: 'match' },
        })),
      };
    },
    { ...originOf(origin), operation: 'GET /fhir/AuditEvent' },
  );
};

export const mayReadAudit = (principal: Principal): boolean => hasScope(principal, 'audit:read');
