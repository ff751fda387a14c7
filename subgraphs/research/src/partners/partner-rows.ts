import { type Session, sqlStatement } from '@nodp/database';
import type { Label } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import type { AddPartnerInput } from '../generated/resolvers.ts';
import { textWithin } from '../saved/refusal.ts';
import { type PublicKey, readKey } from './signature.ts';

const p = sql.placeholder;
const NAME = { en: 'The name', zh: '名称' };
const MOST_PARTNERS = 500;

export interface PartnerRow {
  readonly id: string;
  readonly name: Label;
  readonly key: PublicKey;
  readonly addedByName: Label;
  readonly addedAt: string;
  readonly endedAt: string | null;
}

const columns = sql`id, name, key, added_by_name, added_at, ended_at`;

const all = sqlStatement<PartnerRow>(sql`
  select ${columns} from research.partner order by ended_at is not null, name ->> 'en', id limit ${sql.raw(String(MOST_PARTNERS))}`);

export const partnerRows = (session: Session): Promise<PartnerRow[]> => session.run(all);

const some = sqlStatement<PartnerRow>(
  sql`select ${columns} from research.partner where id = any(${p('ids')}::text[])`,
);

/** Partners by thumbprint; null of one that is none. One statement for all that are asked for. */
export const partnersById = async (
  session: Session,
  ids: readonly string[],
): Promise<(PartnerRow | null)[]> => {
  const rows = await session.run(some, { ids: `{${ids.map((id) => `"${id}"`).join(',')}}` });
  const by = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => by.get(id) ?? null);
};

/** The key of a partner with which the exchange goes on; null of any other. */
export const keyOf =
  (session: Session) =>
  async (id: string): Promise<PublicKey | null> => {
    if (!/^[\w-]{43}$/.test(id)) return null;
    const [row] = await partnersById(session, [id]);
    return row == null || row.endedAt !== null ? null : row.key;
  };

const add = sqlStatement<PartnerRow>(sql`
  insert into research.partner (id, name, key, added_by_name)
  values (${p('id')}, ${p('name')}::text::jsonb, ${p('key')}::text::jsonb, ${p('who')}::text::jsonb)
  on conflict (id) do update set name = excluded.name, ended_at = null
  returning ${columns}`);

/** @throws BAD_USER_INPUT */
export const addPartner = async (
  session: Session,
  { en, zh, key: text }: AddPartnerInput,
): Promise<PartnerRow> => {
  const { id, key } = await readKey(text);
  const name = { en: textWithin(en, 120, NAME), zh: textWithin(zh, 120, NAME) };
  const [row] = await session.run(add, {
    ...{ id, name: JSON.stringify(name), key: JSON.stringify(key) },
    who: JSON.stringify(session.principal.name),
  });
  if (row === undefined) throw new Error('The partner that was added has no row.');
  await session.audit('change', [], { partner: id, step: 'ADD' });
  return row;
};

const end = sqlStatement<{ readonly id: string }>(sql`
  update research.partner set ended_at = now() where id = ${p('id')} and ended_at is null returning id`);

/** Nothing of it is taken in any more; what it signed before stays. */
export const endPartner = async (session: Session, id: string): Promise<boolean> => {
  const ended = (await session.run(end, { id })).length > 0;
  if (ended) await session.audit('change', [], { partner: id, step: 'END' });
  return ended;
};
