import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbedded } from '@nodp/database';
import postgres from 'postgres';
import { migrations } from '../../apps/gateway/src/registry.ts';
import type { SqlFunction } from './reach.ts';

/** A unique key, a reference to another table, or what keeps rows apart. */
export interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly kind: 'unique' | 'reference';
  readonly columns: readonly string[];
  /** Of a reference: what it is to. */
  readonly to: string | null;
}

export interface Catalog {
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly key: readonly string[];
    readonly view: string | null;
  }[];
  readonly constraints: readonly Constraint[];
  readonly functions: readonly SqlFunction[];
  /** Triggers that see all rows of a statement at once, by table and function. */
  readonly statementTriggers: readonly { readonly table: string; readonly runs: string }[];
}

const read = async (sql: postgres.Sql, schemas: readonly string[]): Promise<Catalog> => {
  const tables = await sql<Catalog['tables'][number][]>`
    select n.nspname || '.' || c.relname as name,
      coalesce((select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '{}') as columns,
      coalesce((select array_agg(a.attname::text) from pg_constraint k, unnest(k.conkey) u
        join pg_attribute a on a.attnum = u where a.attrelid = c.oid and k.conrelid = c.oid and k.contype = 'p'), '{}') as key,
      case when c.relkind = 'v' then pg_get_viewdef(c.oid) end as view
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v') and n.nspname = any (${schemas as string[]}) order by 1`;
  const constraints = await sql<Constraint[]>`
    select n.nspname || '.' || c.relname as table, i.relname as name, 'unique' as kind,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any (x.indkey)) as columns, null as to
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_namespace n on n.oid = c.relnamespace
    where x.indisunique and n.nspname = any (${schemas as string[]})
    union all
    select n.nspname || '.' || c.relname, k.conname, 'reference',
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any (k.conkey)),
      m.nspname || '.' || f.relname
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class f on f.oid = k.confrelid join pg_namespace m on m.oid = f.relnamespace
    where k.contype = 'f' and n.nspname = any (${schemas as string[]})
    order by 1, 2`;
  const functions = await sql<SqlFunction[]>`
    select n.nspname || '.' || p.proname as name, l.lanname as language, pg_get_functiondef(p.oid) as definition, p.prosrc as body
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where n.nspname = any (${schemas as string[]}) order by 1`;
  const statementTriggers = await sql<Catalog['statementTriggers'][number][]>`
    select distinct n.nspname || '.' || c.relname as table, m.nspname || '.' || p.proname as runs
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_proc p on p.oid = t.tgfoid join pg_namespace m on m.oid = p.pronamespace
    where not t.tgisinternal and t.tgtype & 1 = 0 and n.nspname = any (${schemas as string[]}) order by 1, 2`;
  return { tables, constraints, functions, statementTriggers };
};

/** What the migrations make, read from a server that is there for this alone. */
export const catalogOfMigrations = async (): Promise<Catalog> => {
  const home = await mkdtemp(join(tmpdir(), 'nodp-placement-'));
  await chmod(home, 0o755);
  const server = await startEmbedded(home, { test: true });
  try {
    await migrate(server.ownerUrl, migrations);
    const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
    try {
      return await read(
        sql,
        migrations.map(({ schema }) => schema),
      );
    } finally {
      await sql.end();
    }
  } finally {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
};
