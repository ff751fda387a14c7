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

/** Patients without a date of diagnosis come last. */
const sortKey = sql`coalesce(p.leading_diagnosed_on, date '0001-01-01')`;

const conditions = sql`
  (${p('siteGroups')}::text[] is null or p.leading_site_group = any(${p('siteGroups')}::text[]))
  and (${p('stages')}::text[] is null or p.broad_stage = any(${p('stages')}::text[]))
  and (${p('vitalStatuses')}::text[] is null or p.vital_status = any(${p('vitalStatuses')}::text[]))
  and (${p('sexes')}::text[] is null or p.sex = any(${p('sexes')}::text[]))`;

/** The institution's own patients: the care relationship leads, so that the list costs what the institution is. */
const everyone = sql`
  from basic.care_relationship c join patients.patient p using (patient_id)
  where c.institution_id = ${p('institution')} and ${conditions}`;

/** A search starts from the hashed words and numbers, which are rare. */
const found = sql`
  from (
    select i.patient_id from patients.identity i where i.name_hashes @> ${p('names')}::text[]
    union select i.patient_id from patients.identity i where i.number_hashes && ${p('numbers')}::text[]
  ) i
  join basic.care_relationship c on c.patient_id = i.patient_id and c.institution_id = ${p('institution')}
  join patients.patient p on p.patient_id = i.patient_id
  where ${conditions}`;

const page = (source: SQL) =>
  sqlStatement<ListRow>(sql`
    select p.patient_id, ${sortKey}::text as sort_key ${source}
    and (${p('afterDate')}::date is null or (${sortKey}, p.patient_id) < (${p('afterDate')}::date, ${p('afterId')}::uuid))
    order by ${sortKey} desc, p.patient_id desc limit ${p('limit')}::int`);

const count = (source: SQL) =>
  sqlStatement<{ total: number }>(sql`select count(*) as total ${source}`);

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
  const { page, count } = words === '' ? statements.everyone : statements.found;
  const values = {
    institution: context.principal.institutionId,
    siteGroups: filter?.siteGroup ?? null,
    stages: filter?.stage ?? null,
    vitalStatuses: filter?.vitalStatus ?? null,
    sexes: filter?.sex ?? null,
    names: words === '' ? [] : context.cipher.nameSearchHashes(words),
    numbers: words === '' ? [] : [context.cipher.numberHash(words)],
  };
  const rows = await context.session.run(page, { ...values, afterDate, afterId, limit: size + 1 });
  await context.look(rows.slice(0, size).map((row) => row.patientId));
  return {
    ...connection(rows, size, (row) => [row.sortKey, row.patientId]),
    totalCount: async () => (await context.session.run(count, values))[0]?.total ?? 0,
  };
};
