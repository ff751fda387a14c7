import { join } from 'node:path';
import type { Migrations } from '@nodp/database';
import { root } from './configuration.ts';

const subgraphs = ['patients', 'specimens', 'imaging', 'followup', 'research', 'statistics'];

/** Every subgraph's migrations, the basic pool's first: the others' policies read it. */
export const migrations: readonly Migrations[] = [
  { schema: 'basic', folder: join(root, 'packages/database/migrations') },
  ...subgraphs.map((schema) => ({ schema, folder: join(root, 'subgraphs', schema, 'migrations') })),
];
