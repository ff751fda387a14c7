import type { Session } from '@nodp/database';
import { badInput } from '@nodp/graph';
import { GraphQLError } from 'graphql';
import type { AggregateFileInput } from '../generated/resolvers.ts';
import { fileOf } from './input/files.ts';
import { type Loaded, loadFiles } from './load-files.ts';
import type { Writer } from './put-data-sets.ts';

/** What one request brings: the gateway takes 16 MiB, quotation marks and line ends written out. */
const MOST_BYTES = 12 * 1024 * 1024;
const LONGEST_NAME = 200;

/** Loads files that came with a request; larger ones the operator loads with `nodp statistics load`. */
export const loadByGraph = async (
  session: Session,
  files: readonly AggregateFileInput[],
  checkOnly: boolean,
): Promise<Loaded> => {
  if (files.length === 0) throw badInput('Give one file or more.');
  if (files.some(({ name }) => name.trim() === '' || name.length > LONGEST_NAME))
    throw badInput(`Give each file a name of 1 to ${LONGEST_NAME} characters.`);
  if (new Set(files.map(({ name }) => name)).size < files.length)
    throw badInput('Two of the files have one name: give each its own.');
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  if (bytes > MOST_BYTES)
    throw badInput(
      'The files have more than 12 MiB together: load the years one after another, or let the operator load them with “nodp statistics load”.',
    );
  const writer: Writer = { run: (statement, values) => session.run(statement, values) };
  const store = checkOnly
    ? null
    : <T>(work: (w: Writer) => Promise<T>) => session.transaction(() => work(writer));
  try {
    return await loadFiles(
      files.map(({ name, content }) => fileOf(name, content)),
      session.principal.accountId,
      store,
    );
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    throw new GraphQLError('This data set is being loaded already. Wait, and see its versions.', {
      extensions: { code: 'CONFLICT' },
    });
  }
};
