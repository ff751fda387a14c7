import { readSettings } from '@nodp/database';
import { askHidden } from '../ask.ts';
import { CannotReach, signIn } from '../load/platform.ts';

/** The bearer token that was given, or that of an account whose password is known or asked for. */
export const tokenFor = async (
  url: string,
  given: { readonly token?: string | undefined; readonly account?: string | undefined },
  env: NodeJS.ProcessEnv,
): Promise<string> => {
  const settings = readSettings(env, ['NODP_TOKEN', 'NODP_ACCOUNT', 'NODP_PASSWORD']);
  const token = given.token ?? settings.NODP_TOKEN;
  if (token !== null) return token;
  const account = given.account ?? settings.NODP_ACCOUNT;
  if (account === null) {
    throw new CannotReach('Say who sends: --account (the password is asked for) or --token.');
  }
  const password =
    settings.NODP_PASSWORD ??
    (process.stdin.isTTY ? await askHidden(`Password of ${account}: `) : null);
  if (password === null) throw new CannotReach('Set NODP_PASSWORD, or use --token.');
  return signIn(url, account, password);
};
