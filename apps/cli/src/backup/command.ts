import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { PlatformError, readSettings, runningOwnerUrl } from '@nodp/database';
import {
  backupIds,
  imagesFolder,
  makeBackup,
  packedBytes,
  readRecord,
  readTrial,
  removeSuperfluous,
  verifyBackup,
} from '@nodp/database/backup';
import packageFile from '../../package.json' with { type: 'json' };
import { withDatabase } from '../operator/database.ts';
import { archiverState, overdue, stateBackup, whatToDo } from './operators-database.ts';
import { homeOf, imagesOf, passPhraseOf, repositoryOf, secretsOf } from './places.ts';
import { withProgress } from './progress.ts';
import { recordBackup, recordTrial } from './record.ts';
import { furtherProblems, upgradeProblems } from './whole-platform.ts';

export const backupHelp = `nodp backup                backs the running platform up while it works: database, log, releases, images and, apart and
                           sealed, its keys; from the first on the log is archived each minute at least, so that any moment since
                           can be restored
  --keep N                   how many backups stay (default 7); the last that was verified always does
nodp backup list           which backups there are, and what their trial restores came to
nodp backup verify [ID]    restores a backup (default the newest) to a scratch folder and checks every file, table and name
  --scratch FOLDER           with room for it unpacked (default the machine's folder for temporary files)
  --upgrade                  then brings the copy to this version, as a start of this version would
nodp backup check          says what is overdue; exit code 1 where anything is
nodp backup record TEXT    with DATABASE_URL: states that your own tools made a backup (--at MOMENT, default now)
  NODP_HOME                  the running platform (.nodp)
  NODP_BACKUPS               folder of the backups, best on another disk (default nodp-backups beside the home)
  NODP_BACKUP_KEYS           folder of the sealed keys, best on another machine (default NODP_BACKUPS-keys)
  NODP_BACKUP_PASSPHRASE     seals the keys (asked for where it is not set); without it a backup cannot be restored`;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6).toLocaleString('en')} MB`;

const wholeNumber = (text: string, least: number): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new PlatformError(
      'usage',
      `--keep must be a whole number from ${least} on, not “${text}”.`,
    );
  return number;
};

const make = async (env: NodeJS.ProcessEnv, keep: number): Promise<number> => {
  const home = homeOf(env);
  const repository = repositoryOf(env);
  const ownerUrl = await runningOwnerUrl(home);
  const secrets = await secretsOf(env);
  const passPhrase = await passPhraseOf(env, true);
  const record = await withProgress((signal, onProgress) =>
    makeBackup({
      ...{ ownerUrl, home, repository, secrets, passPhrase, signal, onProgress },
      images: imagesOf(env),
      platform: packageFile.version,
    }),
  );
  const bytes = await packedBytes(repository, record.id);
  await recordBackup(ownerUrl, record, bytes);
  const rows = record.content.tables.reduce((all, table) => all + table.rows, 0);
  console.log(
    `Backup ${record.id}: ${rows.toLocaleString('en')} rows as of ${record.moment}, ${megabytes(bytes)}, in ${repository.folder}.`,
  );
  console.log(
    `Its keys, sealed, are in ${repository.keys}: keep them, and the pass phrase, elsewhere.`,
  );
  const gone = await removeSuperfluous(repository, keep);
  for (const id of gone) console.log(`Removed ${id}.`);
  return 0;
};

const list = async (env: NodeJS.ProcessEnv): Promise<number> => {
  const repository = repositoryOf(env);
  const ids = await backupIds(repository);
  if (ids.length === 0) console.log(`There is no backup in ${repository.folder}.`);
  for (const id of ids) {
    const trial = await readTrial(repository, id);
    const tried =
      trial === null
        ? 'never tried'
        : trial.problem === null
          ? `whole on ${trial.at}`
          : `NOT WHOLE on ${trial.at}: ${trial.problem}`;
    const moment = await readRecord(repository, id).then(
      (record) => `${record.moment}\tplatform ${record.platform}`,
      () => 'cannot be read',
    );
    console.log(`${id}\t${moment}\t${megabytes(await packedBytes(repository, id))}\t${tried}`);
  }
  return 0;
};

const verify = async (
  env: NodeJS.ProcessEnv,
  asked: string | undefined,
  { scratch, upgrade }: { scratch: string; upgrade: boolean },
): Promise<number> => {
  const repository = repositoryOf(env);
  const id = asked ?? (await backupIds(repository))[0];
  if (id === undefined)
    throw new PlatformError('no-backup', `There is no backup in ${repository.folder}.`);
  const passPhrase = await passPhraseOf(env, false);
  try {
    const { record, rows } = await withProgress((signal, onProgress) =>
      verifyBackup({
        ...{ repository, id, passPhrase, scratch, signal, onProgress },
        further: async (ownerUrl, home) => [
          ...(await furtherProblems(ownerUrl, home, imagesFolder(repository))),
          ...(upgrade ? await upgradeProblems(ownerUrl) : []),
        ],
      }),
    );
    await recordTrial(homeOf(env), id, null);
    console.log(
      `Backup ${id} is whole: ${rows.toLocaleString('en')} rows of ${record.content.tables.length} tables as they were at ${record.moment}, the access audit to row ${record.content.audit.number.toLocaleString('en')}, releases, images and keys.`,
    );
    if (upgrade) console.log(`The copy was brought to version ${packageFile.version}.`);
    return 0;
  } catch (error) {
    const trial = await readTrial(repository, id);
    if (error instanceof PlatformError && trial?.problem === error.message)
      await recordTrial(homeOf(env), id, error.message);
    throw error;
  }
};

const check = (env: NodeJS.ProcessEnv): Promise<number> =>
  withDatabase(env, async (sql) => {
    const said = overdue(await archiverState(sql));
    for (const line of said) console.error(line);
    if (said.length === 0)
      console.log('The log is archived, and the last backup is not older than a day.');
    return said.length === 0 ? 0 : 1;
  });

export const backupCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      keep: { type: 'string', default: '7' },
      scratch: { type: 'string' },
      upgrade: { type: 'boolean', default: false },
      at: { type: 'string' },
    },
  });
  const [verb = 'make', what] = positionals;
  const operators = readSettings(env, ['DATABASE_URL']).DATABASE_URL !== null;
  switch (verb) {
    case 'list':
      return list(env);
    case 'verify':
      return verify(env, what, { scratch: values.scratch ?? tmpdir(), upgrade: values.upgrade });
    case 'check':
      return check(env);
    case 'record': {
      if (what === undefined) throw new PlatformError('usage', backupHelp);
      const at = values.at === undefined ? new Date() : new Date(values.at);
      await withDatabase(env, (sql) => stateBackup(sql, what, at));
      console.log('Recorded.');
      return 0;
    }
    case 'make': {
      const keep = wholeNumber(values.keep, 1);
      if (!operators) return make(env, keep);
      console.log(whatToDo);
      return check(env);
    }
    default:
      throw new PlatformError('usage', backupHelp);
  }
};
