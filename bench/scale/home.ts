import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, migrate, startEmbedded } from '@nodp/database';
import { copyNation, nation } from '@nodp/nation';
import type { Releases } from '@nodp/warehouse';
import { readConfiguration } from '../../apps/gateway/src/configuration.ts';
import { keysOf } from '../../apps/gateway/src/home.ts';
import { storage } from '../../apps/gateway/src/nation-storage.ts';
import { migrations } from '../../apps/gateway/src/registry.ts';
import { seedReference } from '../../apps/gateway/src/seed.ts';
import type { BenchRow } from '../row.ts';
import { watchMemory } from './memory.ts';
import { released } from './released.ts';

/** A home with a nation in it, opened for measuring. */
export interface OpenHome {
  readonly folder: string;
  readonly server: EmbeddedServer;
  readonly identityKey: Uint8Array;
  readonly rows: readonly BenchRow[];
  readonly releases: Releases;
  close(): Promise<void>;
}

/** A home that is there already is opened and left; its nation is what it is. */
export const openHome = async (folder: string): Promise<OpenHome> => {
  const { identity } = await keysOf(folder, readConfiguration([], process.env));
  const server = await startEmbedded(folder);
  await migrate(server.ownerUrl, migrations);
  const { rows, releases } = await released(folder, server.ownerUrl);
  const close = async () => {
    await releases.close();
    await server.stop();
  };
  return { folder, server, identityKey: identity, rows, releases, close };
};

/** A home made for the purpose and taken away after. */
export const makeHome = async (patients: number): Promise<OpenHome> => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const { identity } = await keysOf(folder, { identityKey: null, gatewaySecret: null });
  const server = await startEmbedded(folder);
  const close = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await migrate(server.ownerUrl, migrations);
    await seedReference(server.ownerUrl);
    const memory = watchMemory();
    const { rows, seconds } = await copyNation(server.ownerUrl, nation({ patients }), {
      identityKey: identity,
      storage,
    });
    const size = patients.toLocaleString('en');
    const loaded: BenchRow[] = [
      {
        name: `${size} patients made and stored`,
        value: rows / seconds,
        unit: 'rows/s',
        note: `${rows.toLocaleString('en')} rows in ${seconds.toFixed(0)} s, indexes and statistics included`,
      },
      {
        name: `${size} patients made and stored, memory at most`,
        value: memory.peak(),
        unit: 'MiB',
        note: 'of the loader, without the database server',
      },
    ];
    const opened = await released(folder, server.ownerUrl);
    loaded.push(...opened.rows);
    return {
      folder,
      server,
      identityKey: identity,
      rows: loaded,
      releases: opened.releases,
      close: async () => {
        await opened.releases.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};
