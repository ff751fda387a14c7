import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlatformError, readSettings } from '@nodp/database';
import { runNow } from '@nodp/database/jobs/run-now';
import { releaseExtracts } from '@nodp/gateway/release-extracts';
import { releaseBuildJob } from '@nodp/subgraph-research';
import { Presets, SingleBar } from 'cli-progress';
import { ownerUrl } from '../operator/database.ts';

export const releaseHelp = `nodp release build        makes the next de-identified research release of the clinical pool
  NODP_HOME                  where releases are kept (.nodp), and the running platform whose records are read
  DATABASE_URL               the operator's PostgreSQL instead, as the owner
  NODP_RELEASE_ENGINE        postgres: load the release into PostgreSQL as well (default duckdb)
  NODP_RELEASE_CLOSING       the last day to which follow-up is complete, YYYY-MM-DD (default the day of the build)
  The build is a job: a running platform may do it, else this command does. Ctrl-C cancels it.`;

export const releaseCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  if (positionals[0] !== 'build') throw new PlatformError('usage', releaseHelp);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const settings = readSettings(env, ['NODP_HOME', 'NODP_RELEASE_ENGINE', 'NODP_RELEASE_CLOSING']);
  const url = await ownerUrl(env);
  const bar = new SingleBar(
    { format: '{bar} {percentage} % {step}', stream: process.stderr },
    Presets.shades_classic,
  );
  const build = releaseBuildJob({
    ownerUrl: url,
    extracts: releaseExtracts,
    folder: join(resolve(settings.NODP_HOME ?? '.nodp'), 'releases'),
    engine: settings.NODP_RELEASE_ENGINE ?? 'duckdb',
    closing: settings.NODP_RELEASE_CLOSING,
  });
  try {
    bar.start(1, 0, { step: '' });
    const { release, persons } = await runNow(url, build, {
      signal: stop.signal,
      onProgress: ({ step, share }) => bar.update(share, { step }),
      onError: (error) => console.error(error),
    });
    bar.stop();
    console.log(`Release ${release}: ${Number(persons).toLocaleString('en')} persons.`);
    return 0;
  } finally {
    bar.stop();
  }
};
