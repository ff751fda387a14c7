import { parseArgs } from 'node:util';
import { type ChainFault, type ChainHead, PlatformError, verifyAudit } from '@nodp/database';
import { withDatabase } from './database.ts';

export const auditHelp = `nodp audit verify          follows the access audit's chain of hashes from the first row to the last, says what was
                          changed or removed, and prints the chain's end
  --head NUMBER:HASH         an end printed earlier and kept elsewhere: the owner of the database could make a whole chain
                             anew, and only this finds it out
  NODP_HOME                  the running platform whose audit is meant (.nodp)
  DATABASE_URL               the operator's PostgreSQL instead, as the owner`;

const headOf = (text: string | undefined): ChainHead | null => {
  if (text === undefined) return null;
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (number === undefined || hash === undefined) {
    throw new PlatformError('usage', '--head is NUMBER:HASH, as nodp audit verify prints it.');
  }
  return { number: Number(number), hash };
};

const words = (fault: ChainFault): string => {
  switch (fault.kind) {
    case 'changed':
      return `Row ${fault.number} of the access audit is not what was written.`;
    case 'replaced':
      return `The access audit does not lead to the end that was noted: rows up to ${fault.number} were made anew.`;
    case 'removed':
      return fault.next === null
        ? `Rows of the access audit are missing from ${fault.number} to the end.`
        : `Rows ${fault.number} to ${fault.next - 1} of the access audit are missing.`;
  }
};

export const auditCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { head: { type: 'string' } },
  });
  if (positionals.length !== 1 || positionals[0] !== 'verify') {
    throw new PlatformError('usage', auditHelp);
  }
  const noted = headOf(values.head);
  const { head, fault } = await withDatabase(env, (sql) => verifyAudit(sql, noted));
  if (fault !== null) {
    console.error(words(fault));
    return 1;
  }
  console.log(`The access audit is whole: ${head.number.toLocaleString('en')} rows.`);
  if (head.number > 0) console.log(`Its end, to be kept elsewhere: ${head.number}:${head.hash}`);
  return 0;
};
