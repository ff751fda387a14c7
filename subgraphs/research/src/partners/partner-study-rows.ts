import type { StudyContent } from '@nodp/cohorts';
import { type Session, sqlStatement } from '@nodp/database';
import type { Label } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import type { Answer } from './answer.ts';
import type { PartnerStudyState } from './states.ts';

const p = sql.placeholder;

export interface PartnerStudyRow {
  readonly id: string;
  readonly partnerId: string;
  readonly hash: string;
  readonly name: string;
  readonly purpose: string;
  readonly content: StudyContent;
  readonly receivedByName: Label;
  readonly receivedAt: string;
  readonly state: PartnerStudyState;
  readonly decidedById: string | null;
  readonly decidedByName: Label | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  readonly answer: Answer | null;
  readonly reviewedByName: Label | null;
  readonly reviewedAt: string | null;
  readonly reviewReason: string | null;
  readonly signedAnswer: string | null;
}

const columns = sql`id, partner_id, hash, name, purpose, content, received_by_name, received_at, state, decided_by_id, decided_by_name,
  decided_at, reason, answer, reviewed_by_name, reviewed_at, review_reason, signed_answer`;

const list = sqlStatement<PartnerStudyRow>(sql`
  select ${columns} from research.partner_study order by received_at desc, id limit ${p('first')}::int`);

/** Latest first. */
export const partnerStudyRows = (session: Session, first: number): Promise<PartnerStudyRow[]> =>
  session.run(list, { first });

const byId = sqlStatement<PartnerStudyRow>(
  sql`select ${columns} from research.partner_study where id = ${p('id')}::uuid`,
);

export const partnerStudyRow = async (
  session: Session,
  id: string,
): Promise<PartnerStudyRow | null> => (await session.run(byId, { id }))[0] ?? null;

/** The one that is there already where the same was received before. */
export const receiveRow = sqlStatement<{ readonly id: string }>(sql`
  with received as (
    insert into research.partner_study (id, partner_id, hash, name, purpose, content, signed, received_by_name, state)
    values (${p('id')}::uuid, ${p('partner')}, ${p('hash')}, ${p('name')}, ${p('purpose')}, ${p('content')}::text::jsonb, ${p('signed')},
      ${p('who')}::text::jsonb, 'RECEIVED')
    on conflict (partner_id, hash) do nothing returning id)
  select id from received union all
  select id from research.partner_study where partner_id = ${p('partner')} and hash = ${p('hash')} limit 1`);

/** Nothing where it was decided meanwhile. */
export const decideRow = sqlStatement<PartnerStudyRow>(sql`
  update research.partner_study set state = ${p('state')}, decided_by_id = ${p('account')}, decided_by_name = ${p('who')}::text::jsonb,
    decided_at = now(), reason = ${p('reason')}, release_number = ${p('release')}::int, answer = ${p('answer')}::text::jsonb
  where id = ${p('id')}::uuid and state = 'RECEIVED' returning ${columns}`);

/** Nothing where it was reviewed meanwhile. */
export const reviewRow = sqlStatement<PartnerStudyRow>(sql`
  update research.partner_study set state = ${p('state')}, reviewed_by_id = ${p('account')}, reviewed_by_name = ${p('who')}::text::jsonb,
    reviewed_at = now(), review_reason = ${p('reason')}, signed_answer = ${p('signed')}
  where id = ${p('id')}::uuid and state = 'ANSWERED' returning ${columns}`);
