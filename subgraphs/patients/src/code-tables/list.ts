import { sqlStatement } from '@nodp/database';
import {
  badInput,
  type Connection,
  connection,
  decodeCursor,
  decodeOne,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import type { CodeDomain } from '@nodp/terminology/code-tables';
import { sql } from 'drizzle-orm';
import type { LocalCodeInput, QueryLocalCodesArgs } from '../generated/resolvers.ts';

/** A code of an institution's own with the mapping in force. */
export interface LocalCodeRow {
  readonly institutionId: string;
  readonly domain: CodeDomain;
  readonly system: string;
  readonly code: string;
  readonly display: string | null;
  readonly examples: readonly string[];
  readonly records: number;
  readonly unmapped: number;
  readonly lastSeenAt: string | null;
  readonly mappingId: number | null;
  readonly targetSystem: string | null;
  readonly targetCode: string | null;
  readonly reason: string | null;
  readonly accountId: string | null;
  readonly recordedAt: string | null;
}

/** Longer than any code that is retained. */
const LONGEST = 200;
const p = sql.placeholder;

/** Codes of one institution: some thousands, each with its counts by shard and its mappings. */
const codes = sql`
  with said as (
    select distinct on (domain, system, code) domain, system, code, id as mapping_id, target_system, target_code, reason,
      account_id, recorded_at
    from basic.code_mapping where institution_id = ${p('institution')}::uuid
    order by domain, system, code, id desc
  ), counted as (
    select domain, system, code, sum(records)::int as records, sum(unmapped)::int as unmapped, max(last_seen_at) as last_seen_at
    from basic.local_code_count where institution_id = ${p('institution')}::uuid group by domain, system, code
  ), listed as (
    select l.institution_id, l.domain, l.system, l.code, l.display, l.examples, coalesce(c.records, 0) as records,
      coalesce(c.unmapped, 0) as unmapped, c.last_seen_at, s.mapping_id, s.target_system, s.target_code, s.reason, s.account_id,
      s.recorded_at
    from basic.local_code l left join counted c using (domain, system, code) left join said s using (domain, system, code)
    where l.institution_id = ${p('institution')}::uuid
  )`;

const page = sqlStatement<LocalCodeRow>(sql`
  ${codes} select * from listed
  where (${p('domain')}::text is null or domain = ${p('domain')}::text)
    and case ${p('state')}::text when 'UNMAPPED' then unmapped > 0 and target_code is null
      when 'MAPPED' then target_code is not null else records > 0 or mapping_id is not null end
    and (${p('words')}::text is null or position(lower(${p('words')}::text) in lower(concat_ws(' ', code, display, target_code))) > 0)
    and (${p('afterDomain')}::text is null or (-unmapped, domain, system, code)
      > (-${p('afterUnmapped')}::int, ${p('afterDomain')}::text, ${p('afterSystem')}::text, ${p('afterCode')}::text))
  order by -unmapped, domain, system, code limit ${p('limit')}::int`);

const one = sqlStatement<LocalCodeRow>(sql`
  ${codes} select * from listed where (domain, system, code) = (${p('domain')}::text, ${p('system')}::text, ${p('code')}::text)`);

const whole = sqlStatement<LocalCodeRow>(sql`
  ${codes} select * from listed where records > 0 or mapping_id is not null
  order by domain, -unmapped, system, code limit ${p('limit')}::int`);

const history = sqlStatement<LocalCodeRow>(sql`
  select institution_id, domain, system, code, id as mapping_id, target_system, target_code, reason, account_id, recorded_at
  from basic.code_mapping where institution_id = ${p('institution')}::uuid
    and (domain, system, code) = (${p('domain')}::text, ${p('system')}::text, ${p('code')}::text)
  order by id desc limit 200`);

/** @throws BAD_USER_INPUT where an account of the nation names no institution, or one of an institution names another */
export const institutionAsked = (
  id: string | null | undefined,
  { principal }: Pick<SubgraphContext, 'principal'>,
): string => {
  const asked = id ? decodeOne('Institution', id) : principal.institutionId;
  if (asked === null)
    throw badInput('Say whose codes: pass the `institution`, since the account is of none.');
  if (principal.institutionId !== null && asked !== principal.institutionId)
    throw badInput('The account sees the codes of its own institution alone.');
  return asked;
};

const short = (name: string, text: string): string => {
  if (text.length > LONGEST || text.includes('\0'))
    throw badInput(`\`${name}\` has ${LONGEST} characters at most.`);
  return text;
};

/** The code that an input names. */
export const codeAsked = (
  { institution, domain, system, code }: LocalCodeInput,
  context: SubgraphContext,
) => ({
  institution: institutionAsked(institution, context),
  domain,
  system: short('system', system),
  code: short('code', code),
});

export const listLocalCodes = async (
  { institution, domain, state, search, first, after }: QueryLocalCodesArgs,
  context: SubgraphContext,
): Promise<Connection<LocalCodeRow>> => {
  const size = pageSize(first, 50, 200);
  const [afterUnmapped, afterDomain, afterSystem, afterCode] = after
    ? decodeCursor(after, ['integer', 'text', 'text', 'text'])
    : [null, null, null, null];
  const rows = await context.session.run(page, {
    institution: institutionAsked(institution, context),
    domain: domain ?? null,
    state: state ?? 'UNMAPPED',
    words: search?.trim() ? short('search', search.trim()) : null,
    ...{ afterUnmapped, afterDomain, afterSystem, afterCode },
    limit: size + 1,
  });
  return connection(rows, size, (row) => [row.unmapped, row.domain, row.system, row.code]);
};

export const localCode = async (
  code: ReturnType<typeof codeAsked>,
  { session }: SubgraphContext,
): Promise<LocalCodeRow | null> => (await session.run(one, code))[0] ?? null;

export const mappingsOf = (
  code: LocalCodeInput,
  context: SubgraphContext,
): Promise<LocalCodeRow[]> => context.session.run(history, codeAsked(code, context));

/** Every code of an institution, for a file. */
export const everyLocalCode = (
  institution: string,
  limit: number,
  { session }: SubgraphContext,
): Promise<LocalCodeRow[]> => session.run(whole, { institution, limit });
