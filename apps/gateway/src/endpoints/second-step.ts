import type { SignInAttempts } from '../auth/attempts.ts';
import type { Proof, SecondFactor } from '../auth/second-factor.ts';
import { type Asked, type CheckCredentials, type Known, MANY_AT_ONCE } from './credentials.ts';

/** What a second step came to: nothing to prove, a code to be used up, and recovery codes where it was just set up. */
export interface Proved {
  readonly proof: Proof | null;
  readonly recoveryCodes: readonly string[] | null;
}

interface SecondStepServices {
  readonly secondFactor: SecondFactor;
  readonly attempts: SignInAttempts;
  readonly credentials: CheckCredentials;
}

/** The second step of a sign-in, after the password was right. */
export const secondStepOf = ({ secondFactor, attempts, credentials }: SecondStepServices) => {
  /** A code that was wrong or used already: the one answer for both. */
  const refuse = async (c: Asked, { principal, address }: Known): Promise<Response> => {
    await attempts.failed(address, principal.accountId);
    await attempts.codeFailed(principal.accountId);
    await credentials.audit(c, 'sign-in-refused', principal, { secondFactor: true });
    const message = 'The code is wrong or was used. / 验证码错误或已被使用。';
    return c.json({ code: 'SECOND_FACTOR_WRONG', message }, 401);
  };

  /** What the account's role asks for is set up with the sign-in: first the secret, then the first code. */
  const enrol = async (c: Asked, known: Known): Promise<Proved | Response> => {
    const { principal, derived, code } = known;
    const id = principal.accountId;
    if (code === '') {
      const offer = await secondFactor.offer(id, derived);
      const message = 'Set up a second factor first. / 请先设置第二因素。';
      return c.json({ code: 'SECOND_FACTOR_ENROL', message, ...offer }, 401);
    }
    const recoveryCodes = await secondFactor.confirm(id, derived, code);
    const factor = await secondFactor.of(id, derived);
    const proof = factor && secondFactor.proofOf(id, factor, code);
    if (recoveryCodes === null || proof === null) return refuse(c, known);
    await credentials.audit(c, 'change', principal, { secondFactor: true });
    return { proof, recoveryCodes };
  };

  return {
    refuse,
    /** @returns what begins the session, or the answer that asks for more */
    prove: async (c: Asked, known: Known): Promise<Proved | Response> => {
      const { principal, derived, code } = known;
      const factor = await secondFactor.of(principal.accountId, derived);
      if (factor === null) throw new Error('The password that was right is not any more.');
      if (!factor.enrolled && !factor.required) return { proof: null, recoveryCodes: null };
      if (code === '') {
        if (!factor.enrolled) return enrol(c, known);
        const message = 'A code of the second factor is needed. / 需要第二因素验证码。';
        return c.json({ code: 'SECOND_FACTOR', message }, 401);
      }
      const proved = await attempts.codeInTurn(principal.accountId, async () => {
        const seconds = await attempts.codeWait(principal.accountId);
        if (seconds > 0) return credentials.wait(c, seconds);
        if (!factor.enrolled) return enrol(c, known);
        const proof = secondFactor.proofOf(principal.accountId, factor, code);
        return proof === null ? refuse(c, known) : { proof, recoveryCodes: null };
      });
      return proved ?? credentials.wait(c, MANY_AT_ONCE);
    },
  };
};
