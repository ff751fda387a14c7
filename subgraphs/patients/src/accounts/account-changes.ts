import {
  accountIdFits,
  hashPassword,
  needsInstitution,
  passwordFits,
  sqlStatement,
} from '@nodp/database';
import { badInput, decodeOne, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type {
  AccountInput,
  AccountProblem,
  MutationAddAccountArgs,
  MutationChangeAccountArgs,
  MutationSetAccountPasswordArgs,
} from '../generated/resolvers.ts';
import { institutionRow } from '../network/institution-rows.ts';
import { type AccountRow, isNational, oneAccount } from './account-list.ts';

const LONGEST_NAME = 100;

interface Change {
  readonly account: AccountRow | null;
  readonly problem: AccountProblem | null;
}

const refused = (problem: AccountProblem): Change => ({ account: null, problem });

const p = sql.placeholder;
type Done = { done: boolean };
const add = sqlStatement<Done>(sql`
  select basic.add_account(${p('id')}, ${p('en')}, ${p('zh')}, ${p('role')}, ${p('institution')}::uuid, ${p('hash')}) as done`);
const change = sqlStatement<Done>(sql`
  select basic.change_account(${p('id')}, ${p('en')}, ${p('zh')}, ${p('role')}, ${p('institution')}::uuid) as done`);
const close = sqlStatement<Done>(sql`
  select basic.close_account(${p('id')}, ${p('closing')}::boolean) as done`);
const endSessions = sqlStatement<Done>(sql`
  select basic.end_account_sessions(${p('id')}) as done`);
const setPassword = sqlStatement<Done>(sql`
  select basic.set_account_password(${p('id')}, ${p('hash')}) as done`);

/** @throws BAD_USER_INPUT */
const readName = (name: string, text: string): string => {
  const words = text.trim();
  if (words.length < 1 || words.length > LONGEST_NAME || /\p{Cc}/u.test(words))
    throw badInput(
      `\`${name}\` has 1 to ${LONGEST_NAME} characters. / 需要 1 至 ${LONGEST_NAME} 个字符。`,
    );
  return words;
};

/**
 * Does what was ordered about an account, recorded before it is done, and answers with the account as it is then.
 * @param work whether the database did it
 * @param detail for the audit; never a password
 */
export const ordered = async (
  id: string,
  detail: Readonly<Record<string, unknown>>,
  context: SubgraphContext,
  otherwise: AccountProblem,
  work: () => Promise<Done[]>,
): Promise<Change> => {
  if (!isNational(context)) return refused('NOT_NATIONAL');
  if (!accountIdFits(id)) return refused('ID');
  await context.session.audit('change', [], { account: id, ...detail });
  const [answer] = await work();
  const account = await oneAccount(id, context);
  if (account === null) return { account, problem: 'NO_ACCOUNT' };
  return { account, problem: answer?.done === true ? null : otherwise };
};

/** What an account is to be, checked; or why it cannot be that. @throws BAD_USER_INPUT */
const readInput = async (
  { en, zh, role, institution: encoded }: AccountInput,
  context: SubgraphContext,
): Promise<
  | {
      readonly en: string;
      readonly zh: string;
      readonly role: AccountInput['role'];
      readonly institution: string | null;
    }
  | AccountProblem
> => {
  if (!encoded && needsInstitution(role)) return 'INSTITUTION_NEEDED';
  const institution = encoded ? decodeOne('Institution', encoded) : null;
  if (institution !== null && (await context.once(institutionRow).load(institution)) === null)
    return 'NO_INSTITUTION';
  return { en: readName('en', en), zh: readName('zh', zh), role, institution };
};

/** @throws BAD_USER_INPUT */
export const addAccount = async (
  { id, input, password }: MutationAddAccountArgs,
  context: SubgraphContext,
): Promise<Change> => {
  if (!passwordFits(password)) return refused('PASSWORD');
  const row = await readInput(input, context);
  if (typeof row === 'string') return refused(row);
  return ordered(id, { added: row }, context, 'TAKEN', async () =>
    context.session.run(add, { id, ...row, hash: await hashPassword(password) }),
  );
};

/** @throws BAD_USER_INPUT */
export const changeAccount = async (
  { id, input }: MutationChangeAccountArgs,
  context: SubgraphContext,
): Promise<Change> => {
  const row = await readInput(input, context);
  if (typeof row === 'string') return refused(row);
  return ordered(id, { changed: row }, context, 'OWN', () =>
    context.session.run(change, { id, ...row }),
  );
};

export const closeAccount = (id: string, context: SubgraphContext): Promise<Change> =>
  ordered(id, { closed: true }, context, 'OWN', () =>
    context.session.run(close, { id, closing: true }),
  );

export const reopenAccount = (id: string, context: SubgraphContext): Promise<Change> =>
  ordered(id, { closed: false }, context, 'OWN', () =>
    context.session.run(close, { id, closing: false }),
  );

export const endAccountSessions = (id: string, context: SubgraphContext): Promise<Change> =>
  ordered(id, { sessionsEnded: true }, context, 'NO_ACCOUNT', () =>
    context.session.run(endSessions, { id }),
  );

export const setAccountPassword = async (
  { id, password }: MutationSetAccountPasswordArgs,
  context: SubgraphContext,
): Promise<Change> => {
  if (!passwordFits(password)) return refused('PASSWORD');
  return ordered(id, { passwordSet: true }, context, 'OWN', async () =>
    context.session.run(setPassword, { id, hash: await hashPassword(password) }),
  );
};
