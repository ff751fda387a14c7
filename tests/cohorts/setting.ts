import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { principalOf } from '@nodp/graph/testing';
import { copyNation, nation } from '@nodp/nation';
import { type BuildOptions, buildRelease } from '@nodp/subgraph-research';
import { createReleases, type Releases } from '@nodp/warehouse';
import { storage } from '../../apps/gateway/src/nation-storage.ts';
import { releaseExtracts } from '../../apps/gateway/src/release-extracts.ts';

export const researcher = principalOf('RESEARCHER', null);
export const manager = principalOf('DATA_MANAGER', null);
export const elsewhere = principalOf('DATA_MANAGER', '01900000-0000-7000-8000-000000000001');
export const patients = 1500;

/** The clinical records of a small nation, and an empty folder of releases. */
export interface Setting {
  readonly db: TestDatabase;
  readonly folder: string;
  readonly releases: Releases;
  /** What a build of a release is given. */
  readonly options: BuildOptions;
  build(): Promise<void>;
  end(): Promise<void>;
}

export const setUp = async (): Promise<Setting> => {
  const db = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'nodp-cohorts-'));
  await copyNation(db.ownerUrl, nation({ patients }), {
    identityKey: new Uint8Array(32).fill(7),
    storage,
  });
  const releases = createReleases({ folder });
  const options: BuildOptions = { ownerUrl: db.ownerUrl, extracts: releaseExtracts, folder };
  return {
    db,
    folder,
    releases,
    options,
    build: async () => {
      await buildRelease(options);
    },
    end: async () => {
      await releases.close();
      await db.end();
      await rm(folder, { recursive: true });
    },
  };
};
