import { type AuditAction, type AuditRecord, auditRecord, type Principal } from '@nodp/database';
import type { Context } from 'hono';
import type { Accounts } from '../auth/accounts.ts';
import { addressOf, type FromNode } from '../auth/address.ts';
import type { SignInAttempts } from '../auth/attempts.ts';

export interface Variables {
  readonly requestId: string;
  readonly callerRequestId: string | null;
}

export interface Environment {
  readonly Bindings: FromNode;
  readonly Variables: Variables;
}

export type Asked = Context<Environment>;

/** Who is said to have tried where no account is known: what was typed may be a password. */
const NOBODY = { accountId: 'unknown', role: 'none', institutionId: null };

interface Credentials {
  readonly account?: unknown;
  readonly password?: unknown;
  readonly code?: unknown;
}

/** Whose password was right, what it derives to, and the code that came with it; empty where none did. */
export interface Known {
  readonly principal: Principal;
  readonly derived: string;
  readonly code: string;
  readonly address: string;
}

export interface CredentialServices {
  readonly accounts: Accounts;
  readonly attempts: SignInAttempts;
  /** Proxies of the operator's in front of this process. */
  readonly proxies: number;
  /** Writes an event to the access audit. */
  readonly record: (event: AuditRecord) => Promise<void>;
}

/** Seconds to wait where many tries of one name and address are under way. */
export const MANY_AT_ONCE = 5;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Passwords as they are typed at any endpoint: limited by address and name, and recorded where they are wrong. */
export const credentialsOf = ({ accounts, attempts, proxies, record }: CredentialServices) => {
  const audit = (
    c: Asked,
    action: AuditAction,
    principal: Principal | undefined,
    detail: AuditRecord['detail'] = null,
  ) => {
    const operation = `${c.req.method} ${c.req.path}`;
    return record(auditRecord(principal ?? NOBODY, { ...c.var, operation }, action, [], detail));
  };

  const wait = (c: Asked, seconds: number): Response =>
    c.json(
      {
        code: 'TOO_MANY_REQUESTS',
        message: `Too many attempts; wait ${seconds} seconds. / 尝试次数过多，请 ${seconds} 秒后再试。`,
      },
      429,
      { 'retry-after': String(seconds) },
    );

  return {
    audit,
    wait,
    /**
     * Whose password it is, or the refusal.
     * @param own the account that has to be meant; left out where the body names it
     */
    check: async (c: Asked, own?: string): Promise<Known | Response> => {
      // A body of the JSON value null is read as any other that names nobody.
      const sent = await c.req.json<Credentials | null>().catch(() => null);
      const name = own ?? textOf(sent?.account);
      const address = addressOf(c.env ?? {}, c.req.header('x-forwarded-for'), proxies);
      const tried = await attempts.inTurn(address, name, async () => {
        const seconds = await attempts.wait(address, name);
        if (seconds > 0) return wait(c, seconds);
        const found = name === '' ? undefined : await accounts.find(name);
        const { fits, derived } = await accounts.tryPassword(name, textOf(sent?.password));
        if (!fits || found === undefined) {
          await attempts.failed(address, name);
          await audit(c, 'sign-in-refused', found);
          const message = 'Account and password do not match. / 账号与密码不符。';
          return c.json({ code: 'UNAUTHENTICATED', message }, 401);
        }
        return { principal: found, derived, code: textOf(sent?.code), address };
      });
      return tried ?? wait(c, MANY_AT_ONCE);
    },
  };
};

export type CheckCredentials = ReturnType<typeof credentialsOf>;
