import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { auditOperator, PlatformError, readSettings } from '@nodp/database';
import { runNow } from '@nodp/database/jobs/run-now';
import { releaseExtracts } from '@nodp/gateway/release-extracts';
import { copyExport, releaseBuildJob } from '@nodp/subgraph-research';
import { Presets, SingleBar } from 'cli-progress';
import { ownerUrl, withDatabase } from '../operator/database.ts';

export const releaseHelp = `nodp release build        makes the next de-identified research release of the clinical pool
  NODP_HOME                  where releases are kept (.nodp), and the running platform whose records are read
  DATABASE_URL               the operator's PostgreSQL instead, as the owner
  NODP_RELEASE_ENGINE        postgres: load the release into PostgreSQL as well (default duckdb)
  NODP_RELEASE_CLOSING       the last day to which follow-up is complete, YYYY-MM-DD (default the day of the build)
  The build is a job: a running platform may do it, else this command does. Ctrl-C cancels it.
nodp release export NUMBER FOLDER --reason TEXT
                           copies the part of a release that may leave the platform into a new folder: k-anonymous rows, days
                           jittered, values rounded, with a manifest that says how. It is in the audit, with the reason.
                           Nothing else of a release is to be handed out.`;

const releasesFolder = (env: NodeJS.ProcessEnv): string =>
  join(resolve(readSettings(env, ['NODP_HOME']).NODP_HOME ?? '.nodp'), 'releases');

const exportOne = async (
  [number = '', folder]: string[],
  reason: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<number> => {
  if (!/^[1-9]\d{0,8}$/.test(number) || folder === undefined)
    throw new PlatformError('usage', releaseHelp);
  const why = reason?.trim() ?? '';
  if (why === '' || why.length > 500)
    throw new PlatformError(
      'usage',
      'Give --reason: for whom and for what, 500 characters at most.',
    );
  const target = resolve(folder);
  await withDatabase(env, async (sql) => {
    // Recorded first: an export that cannot be recorded is not made.
    await auditOperator(sql, 'nodp release export', {
      release: number,
      folder: target,
      reason: why,
    });
    const { checksum, reached } = await copyExport(releasesFolder(env), Number(number), target);
    console.log(`Export of release ${number}: k = ${reached}, SHA-256 ${checksum}, in ${target}`);
  });
  return 0;
};

export const releaseCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { reason: { type: 'string' } },
  });
  const [verb, ...rest] = positionals;
  if (verb === 'export') return exportOne(rest, values.reason, env);
  if (verb !== 'build') throw new PlatformError('usage', releaseHelp);
  return buildOne(env);
};

const buildOne = async (env: NodeJS.ProcessEnv): Promise<number> => {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const settings = readSettings(env, ['NODP_RELEASE_ENGINE', 'NODP_RELEASE_CLOSING']);
  const url = await ownerUrl(env);
  const bar = new SingleBar(
    { format: '{bar} {percentage} % {step}', stream: process.stderr },
    Presets.shades_classic,
  );
  const build = releaseBuildJob({
    ownerUrl: url,
    extracts: releaseExtracts,
    folder: releasesFolder(env),
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
