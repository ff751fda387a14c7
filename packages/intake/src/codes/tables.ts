import { type Session, sqlStatement } from '@nodp/database';
import type { CodeDomain } from '@nodp/terminology/code-tables';
import { sql } from 'drizzle-orm';

/** What an institution says one of its codes means; no target where it withdrew what it said. */
export interface CodeMeaning {
  /** Of the mapping; rises with time. */
  readonly id: number;
  readonly target: { readonly system: string; readonly code: string } | null;
}

/** What an institution's own codes mean. */
export interface CodeTables {
  meaning(domain: CodeDomain, system: string, code: string): CodeMeaning | undefined;
}

/** Of who mapped nothing. */
export const noTables: CodeTables = { meaning: () => undefined };

const mine = sql`institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`;

const latest = sqlStatement<{ id: number }>(
  sql`select id from basic.code_mapping where ${mine} order by id desc limit 1`,
);

interface Row {
  readonly id: number;
  readonly domain: CodeDomain;
  readonly system: string;
  readonly code: string;
  readonly targetSystem: string | null;
  readonly targetCode: string | null;
}

const inForce = sqlStatement<Row>(sql`
  select distinct on (domain, system, code) id, domain, system, code, target_system, target_code
  from basic.code_mapping where ${mine} order by domain, system, code, id desc`);

const keyOf = (domain: string, system: string, code: string): string =>
  `${domain}\u0000${system}\u0000${code}`;

const tablesOf = (rows: readonly Row[]): CodeTables => {
  const meanings = new Map(
    rows.map(({ id, domain, system, code, targetSystem, targetCode }) => [
      keyOf(domain, system, code),
      {
        id,
        target:
          targetSystem === null || targetCode === null
            ? null
            : { system: targetSystem, code: targetCode },
      },
    ]),
  );
  return { meaning: (...code) => meanings.get(keyOf(...code)) };
};

/** Reads the tables of the session's institution, once for each state of them: a mapping's number tells that there is a newer one. */
export const tablesInForce = () => {
  const known = new Map<string, { readonly latest: number; readonly tables: CodeTables }>();
  return async (session: Session): Promise<CodeTables> => {
    const institution = session.principal.institutionId;
    const [newest] = await session.run(latest);
    if (newest === undefined || institution === null) return noTables;
    const before = known.get(institution);
    if (before?.latest === newest.id) return before.tables;
    const rows = await session.run(inForce);
    const tables = tablesOf(rows);
    known.set(institution, { latest: Math.max(...rows.map(({ id }) => id)), tables });
    return tables;
  };
};
