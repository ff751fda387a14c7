import { type Statement, sqlStatement } from '@nodp/database';
import {
  badInput,
  type Connection,
  connection,
  decodeCursor,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import { siteChoice } from '@nodp/terminology/sites';
import { type SQL, sql } from 'drizzle-orm';
import type { PatientSort, QueryPatientsArgs } from '../generated/resolvers.ts';
import { byDiagnosis, type Order, orderBy, sorts } from './patient-order.ts';
import { birthKey, dayOf } from './search-words.ts';

interface ListRow {
  readonly patientId: string;
  readonly sortKey: string | number;
}

const p = sql.placeholder;

const ofGroups = sql`(${p('siteGroups')}::text[] is null or l.site_group = any(${p('siteGroups')}::text[]))`;

/** Of those of the groups that have parts asked for, whose leading tumour is of such a part. */
const ofParts = sql`(l.site_group = any(${p('siteGroups')}::text[]) or (l.site_group = any(${p('partGroups')}::text[])
  and exists (select from patients.patient i join patients.tumour t on t.patient_id = i.patient_id
      and t.id = i.leading_tumour_id
    where i.patient_id = l.patient_id and t.topography like any(${p('topographies')}::text[]))))`;

const conditionsWith = (site: SQL) => sql`
  ${site}
  and (${p('stages')}::text[] is null or l.broad_stage = any(${p('stages')}::text[]))
  and (${p('vitalStatuses')}::text[] is null or l.vital_status = any(${p('vitalStatuses')}::text[]))
  and (${p('sexes')}::text[] is null or l.sex = any(${p('sexes')}::text[]))`;

const conditions = conditionsWith(ofGroups);

/** The institution's own patients, from an index that holds them by diagnosis with what they are filtered and ordered by. */
const pageOfEveryone = ({ key, beyond, order }: Order, site: SQL) =>
  sqlStatement<ListRow>(sql`
    select l.patient_id, ${key} as sort_key from patients.listed l
    where l.institution_id = ${p('institution')}::uuid and ${conditionsWith(site)} and ${beyond} ${order}`);

/** From the list's tally: to count a large hospital's list took longer than all else on its page. */
const countEveryone = sqlStatement<{ total: number }>(sql`
  select coalesce(sum(l.patients), 0)::int as total from patients.listed_tally l
  where l.institution_id = ${p('institution')}::uuid and ${conditions}`);

/** The tally knows groups alone: those of a part are counted themselves, a group's at most. */
const countEveryoneOfParts = sqlStatement<{ total: number }>(sql`
  select count(*)::int as total from patients.listed l
  where l.institution_id = ${p('institution')}::uuid and ${conditionsWith(ofParts)}`);

interface FoundRow {
  /** Null in the one row of a page that holds nobody. */
  readonly patientId: string | null;
  readonly sortKey: string | number;
  readonly total: number;
}

/**
 * A search starts from the hashed words and numbers, which are rare, and finds all before it can put them in
 * order: the page and how many they are come from one finding.
 */
const pageOfFound = ({ key, beyond, order, direction }: Order, site: SQL) =>
  sqlStatement<FoundRow>(sql`
    with l as materialized (
      select l.* from patients.find_listed(${p('names')}::text[], ${p('numbers')}::text[]) as l
      where l.institution_id = ${p('institution')}::uuid and ${conditionsWith(site)})
    select f.total, l.patient_id, l.sort_key
    from (select count(*) as total from l) f
    left join (select l.patient_id, ${key} as sort_key from l where ${beyond} ${order}) l on true
    order by l.sort_key ${direction}, l.patient_id ${direction}`);

/** The statements of each order, prepared once. */
interface Pages {
  readonly everyone: Statement<ListRow>;
  readonly count: Statement<{ total: number }>;
  readonly found: Statement<FoundRow>;
}

const pagesIn = (order: Order, site: SQL, count: Pages['count']): Pages => ({
  everyone: pageOfEveryone(order, site),
  count,
  found: pageOfFound(order, site),
});

const nameOf = (by: PatientSort, descending: boolean): string => `${by} ${descending}`;
const pagesOf = (site: SQL, count: Pages['count']): ReadonlyMap<string, Pages> =>
  new Map(
    [true, false].flatMap((descending) => [
      [nameOf('DIAGNOSED_ON', descending), pagesIn(byDiagnosis(descending), site, count)] as const,
      ...sorts.map(
        (by) => [nameOf(by, descending), pagesIn(orderBy(by, descending), site, count)] as const,
      ),
    ]),
  );
const pages = pagesOf(ofGroups, countEveryone);
/** Apart, so that what is asked for most is planned without them. */
const pagesOfParts = pagesOf(ofParts, countEveryoneOfParts);

/** Sites asked for, as the list's statements take them. */
const sitesOf = (ids: readonly string[] | null | undefined) => {
  if (ids == null) return { siteGroups: null };
  const choices = ids.map((id) => siteChoice(id));
  const parts = choices.flatMap((choice) => (choice?.topographies ? [choice] : []));
  // A name that no site has finds nobody.
  const siteGroups = ids.filter((_, i) => choices[i]?.topographies == null);
  if (parts.length === 0) return { siteGroups };
  return {
    siteGroups,
    partGroups: parts.map((part) => part.siteGroup as string),
    topographies: parts.flatMap((part) => (part.topographies ?? []).map((code) => `${code}%`)),
  };
};

export interface PatientList extends Connection<ListRow> {
  totalCount(): Promise<number>;
}

interface Asked {
  readonly institution: string | null;
  readonly siteGroups: readonly string[] | null;
  readonly partGroups?: readonly string[];
  readonly topographies?: readonly string[];
  readonly stages: readonly string[] | null;
  readonly vitalStatuses: readonly string[] | null;
  readonly sexes: readonly string[] | null;
  readonly afterDate: string | number | null;
  readonly afterNumber: string | number | null;
  readonly afterId: string | number | null;
  readonly limit: number;
}

interface Answer {
  /** One more than the page holds where another follows. */
  readonly rows: readonly ListRow[];
  totalCount(): Promise<number>;
}

const everyoneOf = async (
  { everyone, count }: Pages,
  asked: Asked,
  { session }: SubgraphContext,
): Promise<Answer> => ({
  rows: await session.run(everyone, { ...asked }),
  totalCount: async () => (await session.run(count, { ...asked }))[0]?.total ?? 0,
});

const foundOf = async (
  pages: Pages,
  words: string,
  asked: Asked,
  { session, cipher }: SubgraphContext,
): Promise<Answer> => {
  const day = dayOf(words);
  const found = await session.run(pages.found, {
    ...asked,
    names: cipher.nameSearchHashes(words),
    numbers: [...cipher.numberSearchHashes(words), ...(day === null ? [] : [birthKey(day)])],
  });
  return {
    rows: found.flatMap(({ patientId, sortKey }) =>
      patientId === null ? [] : { patientId, sortKey },
    ),
    totalCount: async () => found[0]?.total ?? 0,
  };
};

/** Names and numbers are shorter, and a filter has fewer values: what is longer is made to cost something. */
const LONGEST = { search: 200, filter: 100 };

/** @throws BAD_USER_INPUT */
const refuseLong = (words: string, filter: QueryPatientsArgs['filter']): void => {
  if (words.length > LONGEST.search)
    throw badInput(`A search has at most ${LONGEST.search} characters, not ${words.length}.`);
  for (const [name, values] of Object.entries(filter ?? {}))
    if (Array.isArray(values) && values.length > LONGEST.filter)
      throw badInput(`\`${name}\` takes at most ${LONGEST.filter} values, not ${values.length}.`);
};

/**
 * A search is a question about persons though it find nobody, and so is the number of those that fit a filter: both are
 * recorded, the words as the keyed hashes of the search.
 */
const auditSearch = async (
  words: string,
  filter: QueryPatientsArgs['filter'],
  shown: number,
  { session, cipher }: SubgraphContext,
): Promise<void> => {
  const narrowed = Object.entries(filter ?? {}).filter(([, values]) => values != null);
  if (words === '' && narrowed.length === 0) return;
  const hashes =
    words === '' ? [] : [...cipher.nameSearchHashes(words), ...cipher.numberSearchHashes(words)];
  await session.audit('search', [], { hashes, filter: Object.fromEntries(narrowed), shown });
};

/** The patients of the reader's institution, latest diagnosis first where no other order is asked for. */
export const listPatients = async (
  { search, filter, order, first, after }: QueryPatientsArgs,
  context: SubgraphContext,
): Promise<PatientList> => {
  const size = pageSize(first, 50, 200);
  const by = order?.by ?? 'DIAGNOSED_ON';
  const sites = sitesOf(filter?.siteGroup);
  const statements = ('partGroups' in sites ? pagesOfParts : pages).get(
    nameOf(by, order?.descending ?? order == null),
  );
  if (statements === undefined) throw new RangeError(`no order ${by}`);
  const dated = by === 'DIAGNOSED_ON';
  const [afterKey, afterId] = after
    ? decodeCursor(after, [dated ? 'date' : 'integer', 'uuid'])
    : [null, null];
  const words = search?.trim() ?? '';
  refuseLong(words, filter);
  const asked = {
    institution: context.principal.institutionId,
    ...sites,
    stages: filter?.stage ?? null,
    vitalStatuses: filter?.vitalStatus ?? null,
    sexes: filter?.sex ?? null,
    afterDate: dated ? (afterKey ?? null) : null,
    afterNumber: dated ? null : (afterKey ?? null),
    afterId: afterId ?? null,
    limit: size + 1,
  };
  const { rows, totalCount } =
    words === ''
      ? await everyoneOf(statements, asked, context)
      : await foundOf(statements, words, asked, context);
  const shown = rows.slice(0, size).map((row) => row.patientId);
  await Promise.all([context.audit(shown), auditSearch(words, filter, shown.length, context)]);
  return { ...connection(rows, size, (row) => [row.sortKey, row.patientId]), totalCount };
};
