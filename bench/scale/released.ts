import { join } from 'node:path';
import { buildRelease } from '@nodp/subgraph-research';
import { configureReleases, openNewestRelease } from '@nodp/warehouse';
import type { BenchRow } from '../row.ts';
import { watchMemory } from './memory.ts';

/** Builds the next release of a home and opens it for the questions. */
export const released = async (home: string, ownerUrl: string): Promise<BenchRow[]> => {
  const folder = join(home, 'releases');
  const memory = watchMemory();
  const begun = performance.now();
  const { persons } = await buildRelease({ ownerUrl, folder });
  const seconds = (performance.now() - begun) / 1000;
  const built = memory.peak();
  configureReleases({ folder });
  const asked = performance.now();
  await openNewestRelease();
  const size = persons.toLocaleString('en');
  return [
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
};
