import { type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';

/** A file of an export: as many of a type as one holds. */
export interface ExportFile {
  readonly type: string;
  readonly name: string;
  readonly count: number;
}

export interface ExportState {
  readonly state: 'REQUESTED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly problem: string | null;
  readonly request: string;
  readonly types: readonly string[];
  readonly transactionTime: string | null;
  readonly files: readonly ExportFile[];
  readonly resources: number;
  readonly expiresAt: string | null;
}

/** Exports whose files one client may keep at a time. */
export const MOST_STORED = 3;

const p = sql.placeholder;
const request = sqlStatement<{ outcome: 'ASKED' | 'RUNNING' | 'KEPT' }>(sql`
  select basic.request_export(${p('id')}::uuid, ${p('principal')}::text::jsonb, ${p('address')}, ${p('types')}::text[],
    ${p('since')}::timestamptz, ${sql.raw(String(MOST_STORED))}) as outcome`);
const state = sqlStatement<ExportState>(sql`select * from basic.export_state(${p('id')}::uuid)`);
const cancel = sqlStatement<{ there: boolean }>(
  sql`select basic.cancel_export(${p('id')}::uuid) as there`,
);

export const requestExport = async (
  session: Session,
  id: string,
  asked: {
    readonly address: string;
    readonly types: readonly string[];
    readonly since: string | null;
  },
): Promise<'ASKED' | 'RUNNING' | 'KEPT'> => {
  const principal = JSON.stringify(session.principal);
  const [row] = await session.run(request, { id, principal, ...asked });
  return row?.outcome ?? 'RUNNING';
};

/** An export of the session's own that has neither been ended nor expired; null where there is none. */
export const exportState = async (session: Session, id: string): Promise<ExportState | null> =>
  (await session.run(state, { id }))[0] ?? null;

/** Ends an export of the session's own. @returns whether there was one */
export const cancelExport = async (session: Session, id: string): Promise<boolean> =>
  (await session.run(cancel, { id }))[0]?.there === true;
