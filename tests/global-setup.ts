import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbedded } from '@nodp/database';
import type { TestProject } from 'vitest/node';
import { migrations } from '../apps/gateway/src/registry.ts';
import { seedReference } from '../apps/gateway/src/seed.ts';

/** One PostgreSQL for the whole run, its database `nodp` migrated: the template of every test's own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'nodp-test-'));
  const server = await startEmbedded(home, { test: true });
  await migrate(server.ownerUrl, migrations);
  await seedReference(server.ownerUrl);
  const adminUrl = new URL(server.ownerUrl);
  adminUrl.pathname = '/postgres';
  project.provide('adminUrl', adminUrl.href);
  project.provide('applicationUrl', server.applicationUrl);
  return async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
}
