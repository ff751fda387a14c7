import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbedded } from '@nodp/database';
import { copyNation, nation } from '@nodp/nation';
import { storage } from '../apps/gateway/src/nation-storage.ts';
import { migrations } from '../apps/gateway/src/registry.ts';
import type { BenchRow } from './row.ts';
import { watchMemory } from './scale/memory.ts';

/** Patients made and stored; a million are asked for with NODP_BENCH_PATIENTS. */
const patients = Number(process.env.NODP_BENCH_PATIENTS ?? 20_000);

const made = (): BenchRow[] => {
  const memory = watchMemory();
  const begun = performance.now();
  let rows = 0;
  for (const { index, records } of nation({ patients })) {
    for (const list of Object.values(records)) rows += list.length;
    if (index % 5000 === 0) memory.sample();
  }
  const seconds = (performance.now() - begun) / 1000;
  const note = `${patients.toLocaleString('en')} patients, ${rows.toLocaleString('en')} clinical rows in ${seconds.toFixed(1)} s`;
  return [
    { name: 'nation made', value: rows / seconds, unit: 'rows/s', note },
    { name: 'nation made, memory at most', value: memory.peak(), unit: 'MiB' },
  ];
};

const stored = async (): Promise<BenchRow[]> => {
  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const server = await startEmbedded(home);
  try {
    await migrate(server.ownerUrl, migrations);
    const identityKey = new Uint8Array(32).fill(1);
    const memory = watchMemory();
    const { rows, seconds } = await copyNation(server.ownerUrl, nation({ patients }), {
      identityKey,
      storage,
    });
    const note = `${patients.toLocaleString('en')} patients, ${rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s, made, sealed, hashed and stored`;
    return [
      { name: 'nation made and stored (COPY)', value: rows / seconds, unit: 'rows/s', note },
      {
        name: 'nation made and stored, memory at most',
        value: memory.peak(),
        unit: 'MiB',
        note: 'of this process, without the database server',
      },
    ];
  } finally {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
};

/** The demonstration nation: how fast it is made and stored, and that memory does not grow with it. */
export default async function nationBench(): Promise<BenchRow[]> {
  return [...made(), ...(await stored())];
}
