import type { DuckDBConnection } from '@duckdb/node-api';
import type { Label } from '@nodp/terminology';
import { literal } from '@nodp/warehouse/literal';
import { type GenePair, type PairCells, testedPairs } from '../studies/analyses/gene-pairs.ts';
import { lock, within } from './ask.ts';
import type {
  FoundOncoprint,
  OncoprintGene,
  OncoprintOrder,
  PersonAlteration,
  Refused,
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

/** What was told of the chosen genes, by their places: 'FOUND', or another result that says the gene was tested. */
const told = (genes: readonly string[], kinds: boolean): string => `create temp view told as
  select person_key, (list_position([${genes.map(literal).join(', ')}], gene) - 1)::tinyint as gene,
    case when result = 'FOUND' then (${kinds ? rankOf : KINDS.indexOf('NOT_SAID')})::tinyint end as rank
  from variants where result in ('FOUND', 'NOT_FOUND', 'READ') and gene in (${genes.map(literal).join(', ')})`;

/** A row a person in whom any of the genes was tested: which were, which are altered, and each one's first kind of change. */
const examined = (genes: readonly string[]): string => `create temp table examined as
  select person_key, bit_or(1 << gene::integer) as tested, coalesce(bit_or(1 << gene::integer) filter (rank is not null), 0) as altered,
    ${genes.map((_, i) => `coalesce(min(rank) filter (gene = ${i}), ${UNALTERED})::tinyint as rank_${i}`).join(', ')}
  from told group by person_key`;

const everybody = (tables: readonly string[]): string =>
  tables.map((table) => `select person_key from ${quoted(table)}`).join(' union ');

/**
 * The persons who are drawn, sorted as cBioPortal sorts an OncoPrint ("memo sort"): by the first gene's alteration, among equals by the
 * second's, and so on; persons in whom more of the genes were tested come before others that are alike, and those without any test last.
 */
const shown = (genes: readonly string[], tables: readonly string[]): readonly string[] => {
  const order = [...genes.map((_, i) => `rank_${i}`), 'bit_count(tested) desc', 'person_key'];
  return [
    `create temp table drawn as select person_key, (row_number() over () - 1)::integer as place
      from (select person_key from examined order by ${order.join(', ')} limit ${MOST_COLUMNS})`,
    `insert into drawn select person_key, (select count(*) from drawn) + (row_number() over () - 1)::integer
      from (select person_key from (${everybody(tables)}) anti join examined using (person_key) order by person_key
        limit (select ${MOST_COLUMNS} - count(*) from drawn))`,
  ];
};

/** Persons who are alike in what was tested and what is altered, as bits by the places of the genes. */
interface Pattern {
  readonly tested: number;
  readonly altered: number;
  readonly persons: number;
}

const bit = (mask: number, place: number): boolean => ((mask >>> place) & 1) === 1;

const countOf = (patterns: readonly Pattern[], is: (pattern: Pattern) => boolean): number =>
  patterns.reduce((sum, pattern) => (is(pattern) ? sum + pattern.persons : sum), 0);

/** Every two genes over those in whom both were tested. */
const cellsOf = (genes: readonly string[], patterns: readonly Pattern[]): PairCells[] =>
  genes.flatMap((first, a) =>
    genes.slice(a + 1).map((second, after) => {
      const b = a + 1 + after;
      const of = (inFirst: boolean, inSecond: boolean) =>
        countOf(
          patterns,
          ({ tested, altered }) =>
            bit(tested, a) &&
            bit(tested, b) &&
            bit(altered, a) === inFirst &&
            bit(altered, b) === inSecond,
        );
      return {
        ...{ first, second, both: of(true, true), onlyFirst: of(true, false) },
        ...{ onlySecond: of(false, true), neither: of(false, false) },
      };
    }),
  );

const rowOf = async (
  connection: DuckDBConnection,
  gene: string,
  at: number,
  patterns: readonly Pattern[],
): Promise<OncoprintGene> => {
  const marks = await rowsOf(
    connection,
    `select distinct d.place, t.rank from told t join drawn d using (person_key) where t.gene = ${at} and t.rank is not null order by 1, 2`,
  );
  const untested = await rowsOf(
    connection,
    `select d.place from drawn d left join examined e using (person_key) where coalesce(e.tested, 0) & (1 << ${at}) = 0 order by 1`,
  );
  return {
    gene,
    altered: countOf(patterns, ({ altered }) => bit(altered, at)),
    tested: countOf(patterns, ({ tested }) => bit(tested, at)),
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
    `select d.place, t.value from drawn d left join (
        select person_key, case when count(distinct ${value}) = 1 then any_value(${value})::varchar end as value
        from ${quoted(table)} semi join drawn using (person_key) group by 1) t using (person_key) order by 1`,
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
  const rows: OncoprintGene[] = [];
  const tracks: FoundOncoprint['tracks'][number][] = [];
  if (genes.length === 0)
    return {
      ...{ kind: 'oncoprint', persons: 0, tested: 0, altered: 0, columns: [], pairs: [] },
      ...{ choices, genes: rows, tracks },
    };
  await connection.run(told(genes, has('variants', 'kind')));
  await connection.run(examined(genes));
  for (const statement of shown(genes, tables)) await connection.run(statement);
  const patterns = (
    await rowsOf(connection, 'select tested, altered, count(*) from examined group by all')
  ).map(
    ([tested, altered, persons]): Pattern => ({
      ...{ tested: Number(tested), altered: Number(altered), persons: Number(persons) },
    }),
  );
  for (const [at, gene] of genes.entries()) rows.push(await rowOf(connection, gene, at, patterns));
  for (const track of order.tracks)
    if (has(track.table, track.column)) tracks.push(await trackOf(connection, track));
  const columns = await rowsOf(connection, 'select person_key from drawn order by place');
  const [all] = await rowsOf(connection, `select count(*) from (${everybody(tables)})`);
  const pairs: GenePair[] = testedPairs(cellsOf(genes, patterns));
  return {
    ...{ kind: 'oncoprint', choices, pairs, tracks, genes: rows },
    persons: Number(all?.[0]),
    tested: countOf(patterns, () => true),
    altered: countOf(patterns, ({ altered }) => altered !== 0),
    columns: columns.map(([key]) => String(key)),
  };
};

const TOO_LARGE: Label = {
  en: 'The rows are more than fit in the memory of a drawing. Choose fewer genes, or ask for a narrower cohort.',
  zh: '逐行数据超出绘图可用内存。请减少基因，或申请更小的队列。',
};

/** Persons by alterations of genes, of the rows that a workspace may see, under the limits of a statement. */
export const drawn = async (order: OncoprintOrder): Promise<FoundOncoprint | Refused> => {
  try {
    return await within(order.file, { access_mode: 'READ_ONLY' }, async (connection) => {
      await lock(connection);
      return oncoprintOf(connection, order);
    });
  } catch (error) {
    if (/out of memory/i.test(String(error))) return { kind: 'refused', words: TOO_LARGE };
    throw error;
  }
};
