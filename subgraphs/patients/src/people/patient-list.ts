import { sqlStatement } from '@nodp/database';
import {
  type Connection,
  connection,
  decodeCursor,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
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

/** Bounds instead of a condition that may be absent: the page starts in the index where the former ended. */
const page = sql`
  (l.diagnosed_on, l.patient_id) < (coalesce(${p('afterDate')}::date, 'infinity'),
    coalesce(${p('afterId')}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  order by l.diagnosed_on desc, l.patient_id desc limit ${p('limit')}::int`;

/** The institution's own patients, from an index that holds them in order with what is filtered by. */
const pageOfEveryone = sqlStatement<ListRow>(sql`
  select l.patient_id, l.diagnosed_on::text as sort_key from patients.listed l
  where l.institution_id = ${p('institution')}::uuid and ${conditions} and ${page}`);

/** From the list's tally: to count a large hospital's list took longer than all else on its page. */
const countEveryone = sqlStatement<{ total: number }>(sql`
  select coalesce(sum(l.patients), 0)::int as total from patients.listed_tally l
  where l.institution_id = ${p('institution')}::uuid and ${conditions}`);

interface FoundRow {
  /** Null in the one row of a page that holds nobody. */
  readonly patientId: string | null;
  readonly sortKey: string;
  readonly total: number;
}

/**
 * A search starts from the hashed words and numbers, which are rare, and finds all before it can put them in
 * order: the page and how many they are come from one finding.
 */
const pageOfFound = sqlStatement<FoundRow>(sql`
  with l as materialized (
    select l.patient_id, l.diagnosed_on from patients.find_listed(${p('names')}::text[], ${p('numbers')}::text[]) as l
    where l.institution_id = ${p('institution')}::uuid and ${conditions})
  select f.total, l.patient_id, l.diagnosed_on::text as sort_key
  from (select count(*) as total from l) f left join (select * from l where ${page}) l on true
  order by l.diagnosed_on desc, l.patient_id desc`);

export interface PatientList extends Connection<ListRow> {
  totalCount(): Promise<number>;
}

interface Asked {
  readonly institution: string | null;
  readonly siteGroups: readonly string[] | null;
  readonly stages: readonly string[] | null;
  readonly vitalStatuses: readonly string[] | null;
  readonly sexes: readonly string[] | null;
  readonly afterDate: string | number | null;
  readonly afterId: string | number | null;
  readonly limit: number;
}

interface Answer {
  /** One more than the page holds where another follows. */
  readonly rows: readonly ListRow[];
  totalCount(): Promise<number>;
}

const everyoneOf = async (asked: Asked, { session }: SubgraphContext): Promise<Answer> => ({
  rows: await session.run(pageOfEveryone, { ...asked }),
  totalCount: async () => (await session.run(countEveryone, { ...asked }))[0]?.total ?? 0,
});

const foundOf = async (
  words: string,
  asked: Asked,
  { session, cipher }: SubgraphContext,
): Promise<Answer> => {
  const found = await session.run(pageOfFound, {
    ...asked,
    names: cipher.nameSearchHashes(words),
    numbers: [cipher.numberHash(words)],
  });
  return {
    rows: found.flatMap(({ patientId, sortKey }) =>
      patientId === null ? [] : { patientId, sortKey },
    ),
    totalCount: async () => found[0]?.total ?? 0,
  };
};

/** The patients of the reader's institution, latest diagnosis first. */
export const listPatients = async (
  { search, filter, first, after }: QueryPatientsArgs,
  context: SubgraphContext,
): Promise<PatientList> => {
  const size = pageSize(first, 50, 200);
  const [afterDate, afterId] = after ? decodeCursor(after, ['date', 'uuid']) : [null, null];
  const words = search?.trim() ?? '';
  const filters = {
    siteGroups: filter?.siteGroup ?? null,
    stages: filter?.stage ?? null,
    vitalStatuses: filter?.vitalStatus ?? null,
    sexes: filter?.sex ?? null,
  };
  const asked = {
    institution: context.principal.institutionId,
    ...filters,
    afterDate,
    afterId,
    limit: size + 1,
  };
  const { rows, totalCount } =
    words === '' ? await everyoneOf(asked, context) : await foundOf(words, asked, context);
  await context.audit(rows.slice(0, size).map((row) => row.patientId));
  return { ...connection(rows, size, (row) => [row.sortKey, row.patientId]), totalCount };
};
