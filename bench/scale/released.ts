import { join } from 'node:path';
import { buildRelease } from '@nodp/subgraph-research';
import { createReleases, type Releases } from '@nodp/warehouse';
import { releaseExtracts } from '../../apps/gateway/src/release-extracts.ts';
import type { BenchRow } from '../row.ts';
import { watchMemory } from './memory.ts';

export interface Released {
  readonly rows: readonly BenchRow[];
  readonly releases: Releases;
}

/** Builds the next release of a home and opens it for the questions. */
export const released = async (home: string, ownerUrl: string): Promise<Released> => {
  const folder = join(home, 'releases');
  const memory = watchMemory();
  const begun = performance.now();
  const { persons } = await buildRelease({ ownerUrl, extracts: releaseExtracts, folder });
  const seconds = (performance.now() - begun) / 1000;
  const built = memory.peak();
  const asked = performance.now();
  // One account asks for all who are simulated.
  const releases = createReleases({ folder, budget: { perDay: 1e9 } });
  await releases.openNewest();
  const size = persons.toLocaleString('en');
  const rows = [
    {
      name: `${size} patients released`,
      value: seconds,
      unit: 's',
      note: `checksums included; ${built.toFixed(0)} MiB at most, without the database server`,
    },
    {
      name: `${size} patients, release opened`,
      value: (performance.now() - asked) / 1000,
      unit: 's',
    },
  ];
  return { rows, releases };
};
