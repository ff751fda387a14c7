import type postgres from 'postgres';

/** The end of the chain, to be noted outside the reach of anyone who can change the database. */
export interface ChainHead {
  readonly number: number;
  /** SHA-256, hex; empty before the first row. */
  readonly hash: string;
}

export type ChainFault =
  /** The row at `number` does not say what it said when it was written. */
  | { readonly kind: 'changed'; readonly number: number }
  /** Rows are gone: those from `number` to before `next`, or to the end where there is no next. */
  | { readonly kind: 'removed'; readonly number: number; readonly next: number | null }
  /** The rows agree with each other, but not with a head that was noted before: the chain was made anew. */
  | { readonly kind: 'replaced'; readonly number: number };

export interface ChainVerified {
  readonly head: ChainHead;
  readonly fault: ChainFault | null;
}

interface Link {
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
  readonly again: string;
}

const PAGE = 10_000;

const linksAfter = (sql: postgres.Sql, number: number): Promise<Link[]> =>
  sql<Link[]>`
    select a.number::int8::float8 as number, encode(a.previous_hash, 'hex') as previous, encode(a.hash, 'hex') as hash,
      encode(basic.audit_hash(a), 'hex') as again
    from basic.audit a where a.number > ${number} order by a.number limit ${PAGE}`;

const faultOf = (link: Link, before: ChainHead): ChainFault | null => {
  const { number, hash, again, previous } = link;
  if (number !== before.number + 1)
    return { kind: 'removed', number: before.number + 1, next: number };
  return hash !== again || previous !== before.hash ? { kind: 'changed', number } : null;
};

/**
 * Follows the chain of the access audit from its first row to its last, and says the first thing that is wrong with it.
 * @param sql as the owner: the application cannot read the audit
 * @param noted a head noted earlier, elsewhere: only against it is a chain found out that was made anew from some row on
 */
export const verifyAudit = async (
  sql: postgres.Sql,
  noted: ChainHead | null = null,
): Promise<ChainVerified> => {
  const [end] = await sql<ChainHead[]>`
    select number::float8 as number, encode(hash, 'hex') as hash from basic.audit_head`;
  const head = end ?? { number: 0, hash: '' };
  let last: ChainHead = { number: 0, hash: '' };
  for (;;) {
    const links = await linksAfter(sql, last.number);
    for (const link of links) {
      const fault = faultOf(link, last);
      if (fault !== null) return { head, fault };
      if (link.number === noted?.number && link.hash !== noted.hash)
        return { head, fault: { kind: 'replaced', number: link.number } };
      last = link;
      // What was written since the head was read is no fault.
      if (last.number === head.number) break;
    }
    if (links.length < PAGE || last.number === head.number) break;
  }
  const { number, hash } = last;
  if (number < Math.max(head.number, noted?.number ?? 0))
    return { head, fault: { kind: 'removed', number: number + 1, next: null } };
  return { head, fault: hash === head.hash ? null : { kind: 'replaced', number } };
};
