import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfiguration } from '../apps/gateway/src/configuration.ts';
import { startPlatform } from '../apps/gateway/src/platform.ts';
import type { BenchRow } from './row.ts';

/** From nothing to serving, installed and built: the first time (data made) and the next. */
export default async function startUp(): Promise<BenchRow[]> {
  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const env = { ...process.env, NODP_HOME: home, PORT: '0' };
  const log = pino({ level: 'silent' });
  const time = async (): Promise<number> => {
    const begun = performance.now();
    const platform = await startPlatform(readConfiguration([], env), { log, say: () => {} });
    const seconds = (performance.now() - begun) / 1000;
    await platform.stop();
    return seconds;
  };
  try {
    const cold = await time();
    const warm = await time();
    return [
      {
        name: 'start-up, cold',
        value: cold,
        unit: 's',
        note: 'database made, migrated, demonstration data loaded',
      },
      { name: 'start-up, warm', value: warm, unit: 's', comparedWith: 'cold', ratio: warm / cold },
    ];
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
