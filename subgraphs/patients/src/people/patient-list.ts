import { sqlStatement } from '@nodp/database';
import {
  type Connection,
  connection,
  decodeCursor,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import { type SQL, sql } from 'drizzle-orm';
import type { QueryPatientsArgs } from '../generated/resolvers.ts';

interface ListRow {
  readonly patientId: string;
  readonly sortKey: string;
}

const p = sql.placeholder;

const conditions = sql`
  (${p('siteGroups')}::text[] is null or l.site_group = any(${p('siteGroups')}::text[]))
  and (${p('stages')}::text[] is null or l.broad_stage = any(${p('stages')}::text[]))
  and (${p('vitalStatuses')}::text[] is null or l.vital_status = any(${p('vitalStatuses')}::text[]))
  and (${p('sexes')}::text[] is null or l.sex = any(${p('sexes')}::text[]))`;

/** The institution's own patients, from an index that holds them in order with what is filtered by. */
const everyone = sql`
  from patients.listed l where l.institution_id = ${p('institution')}::uuid and ${conditions}`;

/** A search starts from the hashed words and numbers, which are rare. */
const found = sql`
  from patients.find_listed(${p('names')}::text[], ${p('numbers')}::text[]) as l
  where l.institution_id = ${p('institution')}::uuid and ${conditions}`;

/** Bounds instead of a condition that may be absent: the page starts in the index where the former ended. */
const page = (source: SQL) =>
  sqlStatement<ListRow>(sql`
    select l.patient_id, l.diagnosed_on::text as sort_key ${source}
    and (l.diagnosed_on, l.patient_id) < (coalesce(${p('afterDate')}::date, 'infinity'),
      coalesce(${p('afterId')}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    order by l.diagnosed_on desc, l.patient_id desc limit ${p('limit')}::int`);

const count = (source: SQL) =>
  sqlStatement<{ total: number }>(sql`select count(*) as total ${source}`);

/** Without filters: to ask of each of a large hospital's patients whether there are any took most of the count. */
const countAll = count(
  sql`from patients.listed l where l.institution_id = ${p('institution')}::uuid`,
);

const statements = {
  everyone: { page: page(everyone), count: count(everyone) },
  found: { page: page(found), count: count(found) },
};

export interface PatientList extends Connection<ListRow> {
  totalCount(): Promise<number>;
}

/** The patients of the reader's institution, latest diagnosis first; two statements, whatever the filters. */
export const listPatients = async (
  { search, filter, first, after }: QueryPatientsArgs,
  context: SubgraphContext,
): Promise<PatientList> => {
  const size = pageSize(first, 50, 200);
  const [afterDate, afterId] = after ? decodeCursor(after, ['date', 'uuid']) : [null, null];
  const words = search?.trim() ?? '';
  const statement = words === '' ? statements.everyone : statements.found;
  const filters = {
    siteGroups: filter?.siteGroup ?? null,
    stages: filter?.stage ?? null,
    vitalStatuses: filter?.vitalStatus ?? null,
    sexes: filter?.sex ?? null,
  };
  const all = words === '' && Object.values(filters).every((values) => values === null);
  const values = {
    institution: context.principal.institutionId,
    ...filters,
    names: words === '' ? [] : context.cipher.nameSearchHashes(words),
    numbers: words === '' ? [] : [context.cipher.numberHash(words)],
  };
  const rows = await context.session.run(statement.page, {
    ...values,
    afterDate,
    afterId,
    limit: size + 1,
  });
  await context.look(rows.slice(0, size).map((row) => row.patientId));
  return {
    ...connection(rows, size, (row) => [row.sortKey, row.patientId]),
    totalCount: async () =>
      (await context.session.run(all ? countAll : statement.count, values))[0]?.total ?? 0,
  };
};
