import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlatformError } from '@nodp/database';
import { buildRelease } from '@nodp/subgraph-research';
import { engineName } from '@nodp/warehouse';
import { Presets, SingleBar } from 'cli-progress';
import { ownerUrl } from '../operator/database.ts';

export const releaseHelp = `nodp release build        makes the next de-identified research release of the clinical pool
  NODP_HOME                  where releases are kept (.nodp), and the running platform whose records are read
  DATABASE_URL               the operator's PostgreSQL instead, as the owner
  NODP_RELEASE_ENGINE        postgres: load the release into PostgreSQL as well (default duckdb)`;

export const releaseCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  if (positionals[0] !== 'build') throw new PlatformError('usage', releaseHelp);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const bar = new SingleBar(
    { format: '{bar} {percentage} % {step}', stream: process.stderr },
    Presets.shades_classic,
  );
  bar.start(1, 0, { step: '' });
  try {
    const { number, persons } = await buildRelease({
      ownerUrl: await ownerUrl(env),
      folder: join(resolve(env.NODP_HOME ?? '.nodp'), 'releases'),
      engine: engineName(env.NODP_RELEASE_ENGINE),
      signal: stop.signal,
      onProgress: ({ step, share }) => bar.update(share, { step }),
    });
    bar.stop();
    console.log(`Release ${number}: ${persons.toLocaleString('en')} persons.`);
    return 0;
  } finally {
    bar.stop();
  }
};
