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
import { sql } from 'drizzle-orm';
import type { QueryBankedSpecimensArgs, RequestLineState } from '../generated/resolvers.ts';
import type { AlertRow, ContainerRow, RequestRow, SpecimenRow } from './model.ts';
import { specimenColumns } from './rows.ts';

const p = sql.placeholder;

/** Hours and days after which somebody should look at a specimen that waits. */
const [HOURS_TO_STORE, HOURS_OUT, DAYS_UNDER_WAY, DAYS_SHOWN] = [24, 4, 7, 90];

const sites = sqlStatement<ContainerRow>(
  sql`select c.* from specimens.container c where c.parent_id is null order by c.name, c.id limit 100`,
);
export const storageSites = ({ session }: SubgraphContext): Promise<ContainerRow[]> =>
  session.run(sites);

const specimenPage = sqlStatement<SpecimenRow>(sql`
  select ${specimenColumns} from specimens.bank_specimen s
  where s.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)
    and (${p('search')}::text is null or starts_with(s.barcode, ${p('search')}::text)
      or s.donor_id in (select d.id from specimens.bank_donor d where starts_with(d.code, ${p('search')}::text)))
    and (${p('type')}::text is null or s.type = ${p('type')}) and (${p('state')}::text is null or s.state = ${p('state')})
    and (${p('after')}::text is null or s.barcode > ${p('after')})
  order by s.barcode limit ${p('most')}::int`);

/** @throws BAD_USER_INPUT */
export const listSpecimens = async (
  { search, type, state, first, after }: QueryBankedSpecimensArgs,
  { session }: SubgraphContext,
): Promise<Connection<SpecimenRow>> => {
  const size = pageSize(first, 50, 200);
  if ((search?.length ?? 0) > 60) throw badInput('`search` has 60 characters at most.');
  const rows = await session.run(specimenPage, {
    search: search?.trim() || null,
    type: type ?? null,
    state: state ?? null,
    after: after ? decodeCursor(after, ['text'])[0] : null,
    most: size + 1,
  });
  return connection(rows, size, ({ barcode }) => [barcode]);
};

/** A list that is whole as a page: what a change answers. */
export const whole = (rows: readonly SpecimenRow[]): Connection<SpecimenRow> =>
  connection(rows, rows.length, ({ barcode }) => [barcode]);

const alerts = sqlStatement<AlertRow>(sql`
  (select 'EXCURSION' as why, e.at as since, e.celsius, e.specimen_id, null::uuid as container_id from specimens.custody_event e
    where e.excursion and e.at > now() - make_interval(days => ${p('days')}::int) order by e.number desc limit 100)
  union all
  (select 'FREEZER', r.read_at, r.celsius, null, r.container_id from specimens.temperature_reading r
    where r.excursion and r.read_at > now() - make_interval(days => ${p('days')}::int) order by r.read_at desc, r.id limit 100)
  union all
  (select case s.state when 'COLLECTED' then 'NOT_STORED' when 'OUT' then 'OUT_TOO_LONG' else 'NOT_RECEIVED' end, s.state_since, null,
      s.id, null
    from specimens.bank_specimen s
    where s.state in ('COLLECTED', 'OUT', 'SHIPPED') and s.state_since < now() - case s.state
      when 'COLLECTED' then make_interval(hours => ${p('store')}::int) when 'OUT' then make_interval(hours => ${p('out')}::int)
      else make_interval(days => ${p('way')}::int) end
    order by s.state_since limit 100)
  order by since desc limit 200`);

export const custodyAlerts = ({ session }: SubgraphContext): Promise<AlertRow[]> =>
  session.run(alerts, {
    days: DAYS_SHOWN,
    store: HOURS_TO_STORE,
    out: HOURS_OUT,
    way: DAYS_UNDER_WAY,
  });

const requestColumns = sql.raw('r.*, r.min_amount::float8 as min_amount');
const requestPage = sqlStatement<RequestRow>(sql`
  select ${requestColumns} from specimens.specimen_request r
  where ${p('at')}::timestamptz is null or (r.requested_at, r.id) < (${p('at')}, ${p('id')}::uuid)
  order by r.requested_at desc, r.id desc limit ${p('most')}::int`);
const oneRequest = sqlStatement<RequestRow>(
  sql`select ${requestColumns} from specimens.specimen_request r where r.id = ${p('id')}::uuid`,
);

/** @throws BAD_USER_INPUT */
export const listRequests = async (
  { first, after }: { first?: number | null; after?: string | null },
  { session }: SubgraphContext,
): Promise<Connection<RequestRow>> => {
  const size = pageSize(first, 50, 200);
  const [at, id] = after ? decodeCursor(after, ['instant', 'uuid']) : [null, null];
  const rows = await session.run(requestPage, { at, id, most: size + 1 });
  return connection(rows, size, (row) => [row.requestedAt, row.id]);
};

export const requestOf = async (
  id: string,
  { session }: SubgraphContext,
): Promise<RequestRow | null> =>
  (await session.run(oneRequest, { id: decodeOne('SpecimenRequest', id) }))[0] ?? null;

const lines = sqlStatement<{ specimenId: string; state: RequestLineState }>(sql`
  select l.specimen_id, l.state from specimens.request_line l join specimens.bank_specimen s on s.id = l.specimen_id
  where l.request_id = ${p('id')}::uuid order by specimens.place_words(s.container_id), s."row", s."column", s.barcode`);
export const linesOf = (id: string, { session }: SubgraphContext) => session.run(lines, { id });

const eligible = sqlStatement<SpecimenRow>(sql`
  select ${specimenColumns} from specimens.specimen_request r join specimens.bank_specimen s
    on s.institution_id = r.institution_id and s.type = r.type and s.state = 'STORED'
    left join specimens.collection_event e on e.id = s.event_id
  where r.id = ${p('id')}::uuid and (${p('after')}::text is null or s.barcode > ${p('after')})
    and (r.preservation is null or s.preservation = r.preservation)
    and (r.min_amount is null or s.unit = r.unit and s.amount >= r.min_amount)
    and (r.site_group is null or e.site_group = r.site_group)
    and not exists (select 1 from specimens.request_line l where l.specimen_id = s.id and l.state = 'RESERVED')
    and not exists (select 1 from specimens.without_consent(array[s.id], r.uses))
  order by s.barcode limit ${p('most')}::int`);

/** @throws BAD_USER_INPUT */
export const eligibleFor = async (
  id: string,
  { first, after }: { first?: number | null; after?: string | null },
  { session }: SubgraphContext,
): Promise<Connection<SpecimenRow>> => {
  const size = pageSize(first, 50, 200);
  const values = { id, after: after ? decodeCursor(after, ['text'])[0] : null, most: size + 1 };
  return connection(await session.run(eligible, values), size, ({ barcode }) => [barcode]);
};
