import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlatformError, readSettings } from '@nodp/database';
import {
  backupBefore,
  backupIds,
  problemsOf,
  readRecord,
  restoreBackup,
  type Target,
} from '@nodp/database/backup';
import { whatToDo } from './operators-database.ts';
import { passPhraseOf, repositoryOf } from './places.ts';
import { withProgress } from './progress.ts';
import { furtherProblems } from './whole-platform.ts';

export const restoreHelp = `nodp restore --into FOLDER restores the newest backup and follows the log to its end; the folder becomes a home that
                           NODP_HOME=FOLDER npm start opens
  --at MOMENT                to a moment since the oldest backup, e.g. 2026-11-29T09:59:30Z (with the zone; at most the last
                             minute is not archived yet)
  --backup ID                to the moment of one backup, without the log since
  NODP_BACKUPS, NODP_BACKUP_KEYS, NODP_BACKUP_PASSPHRASE   as with nodp backup
  The restored home archives its log nowhere until its own first nodp backup. Ctrl-C leaves nothing behind.`;

/** With a zone: a moment without one means another hour on another machine. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

const momentOf = (text: string): string => {
  if (!MOMENT.test(text) || Number.isNaN(Date.parse(text)))
    throw new PlatformError(
      'usage',
      `--at must be a moment with its zone, e.g. 2026-11-29T09:59:30Z or 2026-11-29T17:59:30+08:00, not “${text}”.`,
    );
  if (Date.parse(text) > Date.now())
    throw new PlatformError('usage', `--at ${text} is in the future.`);
  return text;
};

export const restoreCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { values } = parseArgs({
    args,
    options: { into: { type: 'string' }, at: { type: 'string' }, backup: { type: 'string' } },
  });
  if (readSettings(env, ['DATABASE_URL']).DATABASE_URL !== null)
    throw new PlatformError('operators', whatToDo);
  if (values.into === undefined || (values.at !== undefined && values.backup !== undefined))
    throw new PlatformError('usage', restoreHelp);
  const into = resolve(values.into);
  const at = values.at === undefined ? null : momentOf(values.at);
  const repository = repositoryOf(env);
  const newest = async () => {
    const [id] = await backupIds(repository);
    if (id === undefined)
      throw new PlatformError('no-backup', `There is no backup in ${repository.folder}.`);
    return readRecord(repository, id);
  };
  const record =
    values.backup !== undefined
      ? await readRecord(repository, values.backup)
      : at === null
        ? await newest()
        : await backupBefore(repository, at);
  const target: Target =
    values.backup !== undefined
      ? { kind: 'restore-point', name: record.restorePoint }
      : at === null
        ? { kind: 'end' }
        : { kind: 'time', at };
  const passPhrase = await passPhraseOf(env, false);
  const { problems, last } = await withProgress((signal, onProgress) =>
    restoreBackup(
      { repository, record, into, target, passPhrase, scratch: false, signal, onProgress },
      async (ownerUrl, home) => ({
        // Of the backup's own moment the content is known; of a later one the keys and the releases can be examined.
        problems: [
          ...(target.kind === 'restore-point' ? await problemsOf(ownerUrl, record) : []),
          ...(await furtherProblems(ownerUrl, home, join(home, 'images'))),
        ],
        last:
          target.kind === 'restore-point' ? record.moment : (at ?? 'the end of the archived log'),
      }),
    ),
  );
  console.log(`Restored backup ${record.id} to ${last}, into ${into}.`);
  for (const problem of problems) console.error(`To be looked at: ${problem}.`);
  console.log(
    `Start it with NODP_HOME=${into} npm start, look at it, and make its first backup (nodp backup).`,
  );
  return problems.length === 0 ? 0 : 1;
};
