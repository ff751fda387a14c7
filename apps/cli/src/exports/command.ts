import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { auditOperator, PlatformError, readSettings } from '@nodp/database';
import { type Traced, traceExport } from '@nodp/subgraph-research';
import { withDatabase } from '../operator/database.ts';

export const exportsHelp = `nodp exports trace FILE --table TABLE
                           tells whose a file of rows is that was found outside: which recipient's mark its days carry, and whose
                           keys it has. A few rows are enough, and no keys are needed. FILE is CSV or Parquet with the names of
                           columns; TABLE is what the rows are of (cases, persons, treatments, biomarkers, outcomes, laboratory).
                           It is in the audit.
  NODP_HOME                  where releases are (.nodp), and the running platform whose exports are compared
  DATABASE_URL               the operator's PostgreSQL instead, as the owner`;

/** Decimal logarithm of how rarely any of the exports agrees so well by chance before a recipient is named: once in a thousand. */
const SURE = -3;

const lineOf = ({ id, project, recipient, mark, keys }: Traced, exports: number): string => {
  const sure = mark.chance + Math.log10(exports) <= SURE;
  const rarely = sure
    ? `by chance 1 in ${Math.round(10 ** Math.min(15, -mark.chance)).toLocaleString('en')}${mark.chance < -15 ? ' and more' : ''}`
    : 'no more than chance tells';
  const ofKeys = keys.all === 0 ? '' : `; ${keys.own} of ${keys.all} keys are this recipient's`;
  return `${id}  ${recipient.name}, ${recipient.institution} (${project}): ${mark.agree} of ${mark.told} pairs of days agree, ${rarely}${ofKeys}`;
};

export const exportsCommand = async (
  args: string[],
  env: NodeJS.ProcessEnv,
  say: (line: string) => void = console.log,
): Promise<number> => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { table: { type: 'string' } },
  });
  const [verb, file] = positionals;
  const { table } = values;
  if (verb !== 'trace' || file === undefined || table === undefined)
    throw new PlatformError('usage', exportsHelp);
  const releases = join(resolve(readSettings(env, ['NODP_HOME']).NODP_HOME ?? '.nodp'), 'releases');
  await withDatabase(env, async (sql) => {
    await auditOperator(sql, 'nodp exports trace', { file: resolve(file), table });
    const traced = await traceExport(sql, releases, resolve(file), table);
    if (traced.length === 0) say('No export was ever made.');
    for (const one of traced) say(lineOf(one, traced.length));
  });
  return 0;
};
