import { type Session, sqlStatement } from '@nodp/database';
import type { HeldReason } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import type { HeldState } from './held-rows.ts';

const p = sql.placeholder;

/** A held record on a list: nothing of it that names a person. */
export interface ListedHeld {
  readonly id: string;
  readonly patientId: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly reasons: readonly HeldReason[];
  readonly state: HeldState;
  readonly heldAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
}

const columns = sql.raw(
  'id, patient_id, source_type, source_id, reasons, state, held_at, decided_by, decided_at, reason',
);

/** The newest first; each of the two orders is that of an index. */
const waiting = sqlStatement<ListedHeld>(sql`
  select ${columns} from basic.held_record
  where institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and state = 'HELD'
    and (${p('edit')}::text is null or ${p('edit')}::text = any(edits))
    and (${p('afterAt')}::timestamptz is null or (held_at, id) < (${p('afterAt')}::timestamptz, ${p('afterId')}::uuid))
  order by held_at desc, id desc limit ${p('limit')}::int`);

const decided = sqlStatement<ListedHeld>(sql`
  select ${columns} from basic.held_record
  where institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and state <> 'HELD'
    and (${p('edit')}::text is null or ${p('edit')}::text = any(edits))
    and (${p('afterAt')}::timestamptz is null or (decided_at, id) < (${p('afterAt')}::timestamptz, ${p('afterId')}::uuid))
  order by decided_at desc, id desc limit ${p('limit')}::int`);

export interface HeldAsked {
  readonly decided: boolean;
  readonly edit: string | null;
  /** Where the page before ended. */
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly first: number;
}

/** A page of what is held of the session's institution, or of what was decided. */
export const listHeld = async (
  session: Session,
  asked: HeldAsked,
): Promise<{ readonly rows: readonly ListedHeld[]; readonly more: boolean }> => {
  const rows = await session.run(asked.decided ? decided : waiting, {
    edit: asked.edit,
    afterAt: asked.after?.at ?? null,
    afterId: asked.after?.id ?? null,
    limit: asked.first + 1,
  });
  return { rows: rows.slice(0, asked.first), more: rows.length > asked.first };
};
