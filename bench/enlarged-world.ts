import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Principal, Role } from '@nodp/database';
import { connect, migrate, startEmbedded } from '@nodp/database';
import { copyNation, nation, registriesOf } from '@nodp/nation';
import { buildRelease } from '@nodp/subgraph-research';
import { putRegistries } from '@nodp/subgraph-statistics';
import { createReleases, folderOf } from '@nodp/warehouse';
import postgres from 'postgres';
import { storage } from '../apps/gateway/src/nation-storage.ts';
import { migrations } from '../apps/gateway/src/registry.ts';
import { releaseExtracts } from '../apps/gateway/src/release-extracts.ts';
import { seedReference } from '../apps/gateway/src/seed.ts';
import { enlarge } from './enlarge.ts';
import { type Asking, openGraph } from './scale/ask.ts';

export const someone = (role: Role): Principal => ({
  accountId: 'bench',
  name: { en: 'bench', zh: 'bench' },
  role,
  institutionId: null,
});

/**
 * The gateway in process over a release of `patients` and, beside it, that release's rows over and over until there are so many
 * persons.
 *
 * @param each is given one size after another; `release` is the number of that size
 */
export const withEnlarged = async (
  patients: number,
  sizes: readonly number[],
  each: (graph: Asking, persons: number, release: number) => Promise<void>,
): Promise<void> => {
  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const server = await startEmbedded(home, { test: true });
  const folder = join(home, 'releases');
  const identityKey = new Uint8Array(32).fill(7);
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await migrate(server.ownerUrl, migrations);
    await seedReference(server.ownerUrl);
    const whole = nation({ patients });
    await putRegistries(sql, registriesOf(whole));
    await copyNation(server.ownerUrl, whole, { identityKey, storage });
    const first = await buildRelease({
      ownerUrl: server.ownerUrl,
      extracts: releaseExtracts,
      folder,
    });
    for (const [i, persons] of sizes.entries()) {
      const number = first.number + 1 + i;
      const to = join(folder, folderOf(number));
      await enlarge(join(folder, folderOf(first.number)), to, first.persons, persons);
      const manifest = { ...first, number, persons, checksum: `enlarged to ${persons}` };
      await writeFile(join(to, 'manifest.json'), JSON.stringify(manifest));
      // A cohort is asked of a release that the platform knows.
      await sql`
        insert into research.release
        select (jsonb_populate_record(r, ${sql.json({ number, persons, checksum: manifest.checksum })})).*
        from research.release r where number = ${first.number}`;
    }
    const releases = createReleases({ folder, budget: { perDay: 1e9 } });
    const database = connect(server.applicationUrl);
    const graph = await openGraph(database, identityKey, releases);
    try {
      for (const [i, persons] of sizes.entries()) await each(graph, persons, first.number + 1 + i);
    } finally {
      await graph.close();
      await database.end();
      await releases.close();
    }
  } finally {
    await sql.end();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
};
