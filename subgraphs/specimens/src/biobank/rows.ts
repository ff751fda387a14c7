import { type Statement, sqlStatement } from '@nodp/database';
import type { SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import type {
  CollectionRow,
  ConsentRow,
  ContainerRow,
  CustodyRow,
  DonorRow,
  InventoryRow,
  MoveRow,
  ReadingRow,
  ResultRow,
  SpecimenRow,
} from './model.ts';

const p = sql.placeholder;

/** Exact amounts as numbers: `numeric` would come as text. */
export const specimenColumns = sql.raw(
  's.*, s.amount::float8 as amount, s.initial_amount::float8 as initial_amount',
);

/** Rows by their id, batched. */
const byId =
  <Row extends { readonly id: string }>(statement: Statement<Row>) =>
  ({ session }: SubgraphContext): DataLoader<string, Row | null> =>
    new DataLoader(async (ids) => {
      const rows = new Map(
        (await session.run(statement, { ids: [...ids] })).map((row) => [row.id, row]),
      );
      return ids.map((id) => rows.get(id) ?? null);
    });

/** Rows that belong to another (`of`), batched. */
const listOf =
  <Row extends { readonly of: string }>(statement: Statement<Row>) =>
  ({ session }: SubgraphContext): DataLoader<string, Row[]> =>
    new DataLoader(async (ids) => {
      const rows = Map.groupBy(
        await session.run(statement, { ids: [...ids] }),
        (row: Row) => row.of,
      );
      return ids.map((id) => rows.get(id) ?? []);
    });

type Of<Row> = Row & { readonly of: string };
/** Each of several with its first rows: `lateral` keeps one list from taking all the room. */
const listed = <Row>(from: string, order: string, most: number, columns = 'x.*') =>
  listOf<Of<Row>>(
    sqlStatement(sql`
      select k.id as of, y.* from unnest(${p('ids')}::uuid[]) as k (id) cross join lateral (
        select ${sql.raw(columns)} from ${sql.raw(from)} order by ${sql.raw(order)} limit ${sql.raw(String(most))}) y`),
  );

export const specimenById = byId<SpecimenRow>(
  sqlStatement(
    sql`select ${specimenColumns} from specimens.bank_specimen s where s.id = any(${p('ids')}::uuid[])`,
  ),
);
export const containerById = byId<ContainerRow>(
  sqlStatement(sql`select c.* from specimens.container c where c.id = any(${p('ids')}::uuid[])`),
);
export const donorById = byId<DonorRow>(
  sqlStatement(sql`
    select d.id, d.code, d.patient_id is not null as linked from specimens.bank_donor d where d.id = any(${p('ids')}::uuid[])`),
);
export const collectionById = byId<CollectionRow>(
  sqlStatement(
    sql`select e.* from specimens.collection_event e where e.id = any(${p('ids')}::uuid[])`,
  ),
);

const amounts = 'x.*, x.amount::float8 as amount';
const specimenAmounts = `${amounts}, x.initial_amount::float8 as initial_amount`;
export const containersIn = listed<ContainerRow>(
  'specimens.container x where x.parent_id = k.id',
  'x.parent_row, x.parent_column, x.name, x.id',
  500,
);
export const specimensIn = listed<SpecimenRow>(
  'specimens.bank_specimen x where x.container_id = k.id',
  'x."row", x."column", x.barcode',
  2000,
  specimenAmounts,
);
export const madeOf = listed<SpecimenRow>(
  'specimens.bank_specimen x where x.parent_id = k.id',
  'x.barcode',
  500,
  specimenAmounts,
);
export const partsOf = listed<{ sourceId: string; amount: number }>(
  'specimens.bank_pool_part x where x.pool_id = k.id',
  'x.source_id',
  100,
  'x.source_id, x.amount::float8 as amount',
);
export const custodyOf = listed<CustodyRow>(
  'specimens.custody_event x where x.specimen_id = k.id',
  'x.number desc',
  200,
  amounts,
);
export const resultsOf = listed<ResultRow>(
  'specimens.specimen_result x where x.specimen_id = k.id',
  'x.brought_at desc, x.id',
  100,
);
export const consentsOf = listed<ConsentRow>(
  'specimens.bank_consent x where x.donor_id = k.id',
  'x.signed_on desc, x.recorded_at desc',
  50,
);
export const movesOf = listed<MoveRow>(
  'specimens.container_move x where x.container_id = k.id',
  'x.moved_at desc',
  20,
  'x.*, specimens.place_words(x.from_id) as "from", specimens.place_words(x.to_id) as "to"',
);
export const readingsOf = listed<ReadingRow>(
  'specimens.temperature_reading x where x.container_id = k.id',
  'x.read_at desc',
  20,
);
export const inventoriesOf = listed<InventoryRow>(
  'specimens.inventory_audit x where x.container_id = k.id',
  'x.scanned_at desc',
  10,
);

/** How many specimens lie in each container and below. */
export const countIn = listOf<{ of: string; count: number }>(
  sqlStatement(sql`
    with recursive down (of, id) as (
      select k.id, k.id from unnest(${p('ids')}::uuid[]) as k (id)
      union all select d.of, c.id from down d join specimens.container c on c.parent_id = d.id)
    select d.of, count(s.id)::int as count from down d join specimens.bank_specimen s on s.container_id = d.id group by d.of`),
);

/** From the site down, the container itself last. */
export const pathOf = listOf<ContainerRow & { of: string; far: number }>(
  sqlStatement(sql`
    with recursive up (of, id, far) as (
      select k.id, k.id, 0 from unnest(${p('ids')}::uuid[]) as k (id)
      union all select u.of, c.parent_id, u.far + 1 from up u join specimens.container c on c.id = u.id where c.parent_id is not null)
    select u.of, u.far, c.* from up u join specimens.container c on c.id = u.id order by u.of, u.far desc`),
);

/** How often the labels of barcodes were printed. */
export const labelsOf = ({ session }: SubgraphContext): DataLoader<string, number> =>
  new DataLoader(async (barcodes) => {
    const rows = await session.run(labels, { barcodes: [...barcodes] });
    const times = new Map(rows.map((row) => [row.barcode, row.times]));
    return barcodes.map((barcode) => times.get(barcode) ?? 0);
  });
const labels = sqlStatement<{ barcode: string; times: number }>(sql`
  select l.barcode, count(*)::int as times from specimens.label_print l where l.barcode = any(${p('barcodes')}::text[]) group by l.barcode`);
