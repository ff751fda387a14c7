import { sqlStatement } from '@nodp/database';
import { badInput, decodeOne, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ContainerRow, SpecimenRow } from './model.ts';
import { refusal } from './refusals.ts';
import { containerById, specimenColumns, specimensIn } from './rows.ts';
import { compareInventory, type Placed } from './rules/inventory.ts';
import { labelOf, positionOf } from './rules/positions.ts';
import { MOST_TUBES, readScan, type ScannedTube, type ScanProblem } from './rules/rack-scan.ts';
import { placeSpecimens } from './storing.ts';

const p = sql.placeholder;
const LONGEST = 2_000_000;
const MOST_PROBLEMS = 200;

const containersCalled = sqlStatement<ContainerRow>(
  sql`select c.* from specimens.container c where c.barcode = any(${p('barcodes')}::text[])`,
);
const specimensCalled = sqlStatement<SpecimenRow & { place: string | null; inBarcode: string }>(sql`
  select ${specimenColumns}, specimens.place_words(s.container_id) as place, c.barcode as in_barcode
  from specimens.bank_specimen s left join specimens.container c on c.id = s.container_id
  where s.barcode = any(${p('barcodes')}::text[])`);
const keep = sqlStatement<{ done: boolean }>(sql`
  select specimens.record_inventory(${p('id')}::uuid, ${p('new')}::uuid, ${p('found')}::jsonb) as done`);

/** @throws BAD_USER_INPUT where the file is too long to be a scan */
const scanOf = (csv: string) => {
  if (csv.length > LONGEST)
    throw badInput('`csv` has 2,000,000 characters at most. / 文件最多200万字符。');
  const scan = readScan(csv);
  if (scan.tubes.length > MOST_TUBES)
    throw badInput(`A scan has ${MOST_TUBES} tubes at most. / 一次扫描最多${MOST_TUBES}管。`);
  return scan;
};

const at = ({ line }: ScannedTube, column: string, en: string, zh: string): ScanProblem => ({
  line,
  column,
  en,
  zh,
});

/** Why a tube cannot be stored where it was seen; null where it can. */
const problemOf = (
  tube: ScannedTube,
  container: ContainerRow | undefined,
  specimen: SpecimenRow | undefined,
): ScanProblem | null => {
  if (container === undefined)
    return at(
      tube,
      'parent',
      `Your biobank has no container with the barcode ${tube.parent}: add it, or correct the barcode.`,
      `本库没有条码为 ${tube.parent} 的容器：请先添加或改正条码。`,
    );
  if (positionOf(container, tube.position) === null)
    return at(
      tube,
      'position',
      `${container.name} has no position ${tube.position}: it has ${container.rows ?? 0} rows and ${container.columns ?? 0} columns.`,
      `${container.name} 没有位置 ${tube.position}：共 ${container.rows ?? 0} 行 ${container.columns ?? 0} 列。`,
    );
  if (specimen === undefined)
    return at(
      tube,
      'barcode',
      `Your biobank has no specimen with the barcode ${tube.barcode}: take it in first, or correct the barcode.`,
      `本库没有条码为 ${tube.barcode} 的样本：请先登记入库或改正条码。`,
    );
  return ['COLLECTED', 'STORED', 'OUT'].includes(specimen.state)
    ? null
    : at(
        tube,
        'barcode',
        `${tube.barcode} is not in the biobank any more (${specimen.state}): note its return first.`,
        `${tube.barcode} 已不在库（${specimen.state}）：请先登记归还。`,
      );
};

const byBarcode = <Row extends { readonly barcode: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.barcode, row]));

/** Stores a scan, or says what would become of it: all of it, or nothing where a row has a problem. */
export const storeRackScan = async (csv: string, dryRun: boolean, context: SubgraphContext) => {
  const { tubes, problems } = scanOf(csv);
  const { session } = context;
  const parents = [...new Set(tubes.map(({ parent }) => parent))];
  const containers = byBarcode(await session.run(containersCalled, { barcodes: parents }));
  const specimens = byBarcode(
    await session.run(specimensCalled, { barcodes: tubes.map(({ barcode }) => barcode) }),
  );
  const all = [
    ...problems,
    ...tubes.flatMap(
      (tube) => problemOf(tube, containers.get(tube.parent), specimens.get(tube.barcode)) ?? [],
    ),
  ].toSorted((a, b) => a.line - b.line);
  const told = (stored: number, found: readonly ScanProblem[]) => ({
    tubes: tubes.length,
    stored,
    problems: found.slice(0, MOST_PROBLEMS).map(({ line, column, en, zh }) => ({
      line,
      column,
      message: { en, zh },
    })),
  });
  if (all.length > 0 || tubes.length === 0) return told(0, all);
  const placements = tubes.flatMap((tube) => {
    const container = containers.get(tube.parent);
    const position = container && positionOf(container, tube.position);
    const specimen = specimens.get(tube.barcode);
    return container && position && specimen
      ? [{ specimen: specimen.id, container, ...position }]
      : [];
  });
  const undo = new Error('only tried');
  let answer = { state: 'UNKNOWN' } as Awaited<ReturnType<typeof placeSpecimens>>;
  try {
    await session.transaction(async () => {
      answer = await placeSpecimens(placements, null, context);
      if (dryRun) throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  if (answer.state === 'STORED') return told(dryRun ? 0 : tubes.length, []);
  const tube = tubes.find(({ barcode }) => barcode === answer.barcode);
  const { message } = refusal(answer);
  const [en = message, zh = message] = message.split(' / ');
  return told(0, [{ line: tube?.line ?? 1, column: 'position', en, zh }]);
};

/** Compares a scan of a container with what should lie in it, and keeps it. @throws BAD_USER_INPUT */
export const recordInventory = async (
  given: string,
  csv: string,
  context: SubgraphContext,
): Promise<ContainerRow> => {
  const id = decodeOne('StorageContainer', given);
  const container = await context.once(containerById).load(id);
  if (container === null) throw refusal({ state: 'UNKNOWN_CONTAINER' });
  const { tubes, problems } = scanOf(csv);
  const [first] = problems;
  if (first !== undefined) throw badInput(`${first.line}: ${first.en} / ${first.zh}`);
  const other = tubes.find(({ parent }) => parent !== container.barcode);
  if (other !== undefined)
    throw badInput(
      `Line ${other.line}: this is a scan of ${other.parent}, not of ${container.barcode}. / 第${other.line}行：扫描的是 ${other.parent}，不是 ${container.barcode}。`,
    );
  const named = (position: { row: number | null; column: number | null }): string =>
    position.row === null || position.column === null
      ? '—'
      : labelOf(container, { row: position.row, column: position.column });
  const seen = tubes.map(({ barcode, position }): Placed => {
    const found = positionOf(container, position);
    return { barcode, position: found === null ? position : labelOf(container, found) };
  });
  const here = await context.once(specimensIn).load(id);
  const known = await context.session.run(specimensCalled, {
    barcodes: tubes.map(({ barcode }) => barcode),
  });
  const findings = compareInventory(
    here.map((specimen) => ({ barcode: specimen.barcode, position: named(specimen) })),
    seen,
    new Map(known.map(({ barcode, place }) => [barcode, place])),
  );
  const [done] = await context.session.run(keep, { id, new: uuidv7(), found: findings });
  if (done?.done !== true) throw refusal({ state: 'UNKNOWN_CONTAINER' });
  return container;
};
