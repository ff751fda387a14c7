/** Starts the product unless one is named, and signs each role in once. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from '@playwright/test';
import { startPlatform } from '../../../tests/platform.ts';
import { type Options, roles } from './roles.ts';

/** Enough for every filter to find someone, few enough to load in a moment. */
const patients = 200;

export default async function setUp(): Promise<() => Promise<void>> {
  const platform = process.env.NODP_E2E_URL ? null : await startPlatform({ patients });
  const baseURL = platform?.url ?? process.env.NODP_E2E_URL;
  process.env.NODP_E2E_URL = baseURL;
  if (platform !== null) process.env.NODP_E2E_HOME = platform.home;
  const folder = await mkdtemp(join(tmpdir(), 'nodp-e2e-'));
  process.env.NODP_E2E_SESSIONS = folder;
  const tearDown = async () => {
    await platform?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const gateway = await request.newContext({ baseURL });
    const options = (await (await gateway.get('/auth/options')).json()) as Options;
    await gateway.dispose();
    for (const role of roles) {
      const account = options.demonstration.find((a) => a.role === role);
      if (!account) throw new Error(`no demonstration account is a ${role}`);
      const context = await request.newContext({
        baseURL,
        extraHTTPHeaders: { 'x-nodp-csrf': '1' },
      });
      const answer = await context.post('/auth/sign-in', {
        data: { account: account.account, password: account.password ?? 'nodp-demo' },
      });
      if (!answer.ok()) throw new Error(`${account.account}: ${answer.status()}`);
      await context.storageState({ path: join(folder, `${role}.json`) });
      await context.dispose();
    }
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
