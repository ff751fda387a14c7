import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '@nodp/warehouse/literal';
import { type GenePair, type PairCells, testedPairs } from '../studies/analyses/gene-pairs.ts';
import { lock, within } from './ask.ts';
import type {
  FoundOncoprint,
  OncoprintGene,
  OncoprintOrder,
  PersonAlteration,
} from './protocol.ts';

/** Columns of an oncoprint at most: as many as can be told apart when it is scrolled. */
const MOST_COLUMNS = 10_000;
/** Rows while none are chosen: the genes most often altered. */
const FIRST_GENES = 12;

/** Kinds of change as a row shows them, in the order in which columns are sorted by them. */
const SHOWN_AS: Readonly<Record<PersonAlteration, readonly string[]>> = {
  AMPLIFIED: ['AMPLIFICATION'],
  DELETED: ['LOSS'],
  REARRANGED: ['FUSION', 'REARRANGEMENT'],
  SPLICE: ['SPLICE'],
  INSERTION_DELETION: ['INSERTION', 'DELETION', 'INDEL', 'DUPLICATION'],
  SUBSTITUTION: ['SUBSTITUTION'],
  OTHER: ['EXPRESSION', 'METHYLATION', 'OTHER'],
  NOT_SAID: [],
};
const KINDS = Object.keys(SHOWN_AS) as PersonAlteration[];
const UNALTERED = KINDS.length;

const rankOf = `case ${KINDS.flatMap((kind, rank) => SHOWN_AS[kind].map((told) => `when kind = '${told}' then ${rank}`)).join(' ')} else ${KINDS.indexOf('NOT_SAID')} end`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<unknown[][]> =>
  (await connection.runAndReadAll(sql)).getRows();

interface Columns {
  readonly tables: readonly string[];
  has(table: string, column: string): boolean;
}

const columnsOf = async (connection: DuckDBConnection): Promise<Columns> => {
  const found = await rowsOf(
    connection,
    'select table_name, column_name from information_schema.columns',
  );
  const all = new Set(found.map(([table, column]) => `${table}.${column}`));
  return {
    tables: [...new Set(found.map(([table]) => String(table)))],
    has: (table, column) => all.has(`${table}.${column}`),
  };
};

/** What was found of the chosen genes, a row a person and gene: `ranks` of its changes, none where it was tested and not altered. */
const marked = (genes: readonly string[], kinds: boolean): string => `create temp table marked as
  select person_key, gene, list(distinct ${kinds ? rankOf : KINDS.indexOf('NOT_SAID')}::integer) filter (result = 'FOUND') as ranks
  from variants where result in ('FOUND', 'NOT_FOUND', 'READ') and gene in (${genes.map(literal).join(', ')}) group by all`;

/**
 * Every person, sorted as cBioPortal sorts an OncoPrint ("memo sort"): by the first gene's alteration, among equals by the second's, and so
 * on; persons in whom more of the genes were tested come before others that are alike.
 */
const sorted = (genes: readonly string[], tables: readonly string[]): string => {
  const persons = tables.map((table) => `select person_key from ${quoted(table)}`).join(' union ');
  const ranks = genes.map(
    (gene, i) => `min(list_min(m.ranks)) filter (m.gene = ${literal(gene)}) as rank_${i}`,
  );
  const order = genes.map((_, i) => `coalesce(rank_${i}, ${UNALTERED})`);
  return `create temp table sorted as
    select *, (row_number() over (order by ${[...order, 'tested desc', 'person_key'].join(', ')}) - 1)::integer as place
    from (select p.person_key, ${[...ranks, 'count(m.gene) as tested'].join(', ')}
      from (${persons}) p left join marked m using (person_key) group by 1)`;
};

/** Two genes over those in whom both were tested. */
const cellsOf = async (
  connection: DuckDBConnection,
  genes: readonly string[],
): Promise<PairCells[]> => {
  const found = await rowsOf(
    connection,
    `select a.gene, b.gene, count(*) filter (a.ranks is not null and b.ranks is not null),
      count(*) filter (a.ranks is not null and b.ranks is null), count(*) filter (a.ranks is null and b.ranks is not null),
      count(*) filter (a.ranks is null and b.ranks is null)
    from marked a join marked b on a.person_key = b.person_key and a.gene <> b.gene group by 1, 2`,
  );
  return found
    .filter(([a, b]) => genes.indexOf(String(a)) < genes.indexOf(String(b)))
    .map(([first, second, both, onlyFirst, onlySecond, neither]) => ({
      ...{ first: String(first), second: String(second) },
      ...{ both: Number(both), onlyFirst: Number(onlyFirst) },
      ...{ onlySecond: Number(onlySecond), neither: Number(neither) },
    }));
};

const rowOf = async (connection: DuckDBConnection, gene: string): Promise<OncoprintGene> => {
  const [totals] = await rowsOf(
    connection,
    `select count(*) filter (ranks is not null), count(*) from marked where gene = ${literal(gene)}`,
  );
  const marks = await rowsOf(
    connection,
    `select s.place, unnest(m.ranks) as rank from marked m join sorted s using (person_key)
      where m.gene = ${literal(gene)} and s.place < ${MOST_COLUMNS} order by 1, 2`,
  );
  const untested = await rowsOf(
    connection,
    `select s.place from sorted s anti join (select person_key from marked where gene = ${literal(gene)}) m using (person_key)
      where s.place < ${MOST_COLUMNS} order by 1`,
  );
  return {
    gene,
    ...{ altered: Number(totals?.[0]), tested: Number(totals?.[1]) },
    column: marks.map(([place]) => Number(place)),
    kind: marks.map(([, rank]) => KINDS[Number(rank)] as PersonAlteration),
    notTested: untested.map(([place]) => Number(place)),
  };
};

/** A column's value of each person shown; null where there is none, or where rows of one person differ. */
const trackOf = async (
  connection: DuckDBConnection,
  { table, column }: OncoprintOrder['tracks'][number],
) => {
  const value = quoted(column);
  const found = await rowsOf(
    connection,
    `select s.place, t.value from sorted s left join (
        select person_key, case when count(distinct ${value}) = 1 then any_value(${value})::varchar end as value
        from ${quoted(table)} group by 1) t using (person_key)
      where s.place < ${MOST_COLUMNS} order by 1`,
  );
  return { table, column, value: found.map(([, one]) => (one === null ? null : String(one))) };
};

const oncoprintOf = async (
  connection: DuckDBConnection,
  order: OncoprintOrder,
): Promise<FoundOncoprint> => {
  const { tables, has } = await columnsOf(connection);
  const choices = (
    await rowsOf(
      connection,
      `select gene, count(distinct person_key) as n from variants where result = 'FOUND' group by 1 order by n desc, gene`,
    )
  ).map(([gene, altered]) => ({ gene: String(gene), altered: Number(altered) }));
  const genes =
    order.genes.length > 0
      ? [...order.genes]
      : choices.slice(0, FIRST_GENES).map(({ gene }) => gene);
  const shown: OncoprintGene[] = [];
  const tracks: FoundOncoprint['tracks'][number][] = [];
  if (genes.length === 0)
    return {
      ...{ kind: 'oncoprint', persons: 0, tested: 0, altered: 0, columns: [], pairs: [] },
      ...{ choices, genes: shown, tracks },
    };
  await connection.run(marked(genes, has('variants', 'kind')));
  await connection.run(sorted(genes, tables));
  const [all] = await rowsOf(
    connection,
    `select count(*), count(*) filter (tested > 0), count(*) filter (least(${genes.map((_, i) => `coalesce(rank_${i}, ${UNALTERED})`).join(', ')}) < ${UNALTERED})
      from sorted`,
  );
  for (const gene of genes) shown.push(await rowOf(connection, gene));
  for (const track of order.tracks)
    if (has(track.table, track.column)) tracks.push(await trackOf(connection, track));
  const columns = await rowsOf(
    connection,
    `select person_key from sorted where place < ${MOST_COLUMNS} order by place`,
  );
  const pairs: GenePair[] = testedPairs(await cellsOf(connection, genes));
  return {
    ...{ kind: 'oncoprint', choices, pairs, tracks, genes: shown },
    ...{ persons: Number(all?.[0]), tested: Number(all?.[1]), altered: Number(all?.[2]) },
    columns: columns.map(([key]) => String(key)),
  };
};

/** Persons by alterations of genes, of the rows that a workspace may see, under the limits of a statement. */
export const drawn = (order: OncoprintOrder): Promise<FoundOncoprint> =>
  within(order.file, { access_mode: 'READ_ONLY' }, async (connection) => {
    await lock(connection);
    return oncoprintOf(connection, order);
  });
