import { AUDIT_ACTIONS, type AuditAction, type AuditFilter } from '@nodp/database';
import { dayBegins, decodeOne } from '@nodp/graph';
import { GraphQLError } from 'graphql';

/** A parameter that cannot be read, in words for whoever sent it. */
export class BadQuestion extends Error {}

const LONGEST_ACCOUNT = 200;

const isAction = (text: string): text is AuditAction =>
  (AUDIT_ACTIONS as readonly string[]).includes(text);

const idOf = (kind: 'Patient' | 'Institution', text: string | undefined): string | null => {
  if (!text) return null;
  try {
    return decodeOne(kind, text);
  } catch (error) {
    if (error instanceof GraphQLError) throw new BadQuestion(error.message);
    throw error;
  }
};

/** @throws BadQuestion */
export const dayOf = (name: string, text: string): string => {
  const known = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (known === null || Number.isNaN(known.getTime()) || !known.toISOString().startsWith(text))
    throw new BadQuestion(`${name} is a day of the calendar, YYYY-MM-DD.`);
  return text;
};

/** @throws BadQuestion */
export const accountOf = (text: string | undefined): string | null => {
  if ((text?.length ?? 0) > LONGEST_ACCOUNT)
    throw new BadQuestion(`An account's name has at most ${LONGEST_ACCOUNT} characters.`);
  return text || null;
};

export const patientOf = (text: string | undefined): string | null => idOf('Patient', text);

/**
 * The filters of the audit's page, as its address writes them: `account`, `patient`, `institution`, `action`, `from`, `to`.
 * @throws BadQuestion
 */
export const readQuestion = (query: Readonly<Record<string, string | undefined>>): AuditFilter => {
  const actions = query.action?.split(',').map((one) => one.toLowerCase().replaceAll('_', '-'));
  const wrong = actions?.find((one) => !isAction(one));
  if (wrong !== undefined)
    throw new BadQuestion(`There is no action ${wrong.slice(0, 20)}; ${AUDIT_ACTIONS.join(', ')}.`);
  return {
    account: accountOf(query.account),
    patient: patientOf(query.patient),
    institution: idOf('Institution', query.institution),
    actions: (actions as AuditAction[] | undefined) ?? null,
    from: query.from ? dayBegins(dayOf('from', query.from)) : null,
    to: query.to ? dayBegins(dayOf('to', query.to), 1) : null,
  };
};
