import { sqlStatement } from '@nodp/database';
import { decodeOne, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type {
  ContainerInput,
  MutationMoveContainerArgs,
  MutationStoreSpecimensArgs,
} from '../generated/resolvers.ts';
import { bounded, celsiusOf, many, storageColumns, term, text } from './inputs.ts';
import type { ContainerRow, SpecimenRow } from './model.ts';
import { expectDone, type Refused, refusal } from './refusals.ts';
import { containerById, specimenById } from './rows.ts';
import { labelOf, positionOf } from './rules/positions.ts';
import { isSampleType } from './rules/terms.ts';

const p = sql.placeholder;
const put = sqlStatement<{ state: string }>(
  sql`select specimens.put_container(${p('made')}::jsonb) as state`,
);
const move = sqlStatement<{ state: string }>(sql`
  select specimens.move_container(${p('id')}::uuid, ${p('parent')}::uuid, ${p('row')}::smallint, ${p('column')}::smallint,
    ${p('celsius')}::float8) as state`);
const store = sqlStatement<{ answer: Refused }>(
  sql`select specimens.store_specimens(${p('items')}::jsonb, ${p('celsius')}::float8) as answer`,
);
const thermometer = sqlStatement<{ done: boolean }>(sql`
  select specimens.read_thermometer(${p('id')}::uuid, ${p('new')}::uuid, now(), ${p('celsius')}::float8) as done`);

/** @throws BAD_USER_INPUT where the biobank has none of this id */
const containerOf = async (id: string, context: SubgraphContext): Promise<ContainerRow> => {
  const row = await context.once(containerById).load(decodeOne('StorageContainer', id));
  if (row === null) throw refusal({ state: 'UNKNOWN_CONTAINER' });
  return row;
};

/** @throws BAD_USER_INPUT where the biobank has none of this id */
export const specimenOf = async (id: string, context: SubgraphContext): Promise<SpecimenRow> => {
  const row = await context.once(specimenById).load(decodeOne('BankedSpecimen', id));
  if (row === null) throw refusal({ state: 'UNKNOWN' });
  return row;
};

/** Read anew: what the loader has was read before the change. */
export const changedSpecimens = async (
  ids: readonly string[],
  context: SubgraphContext,
): Promise<SpecimenRow[]> => {
  const loader = context.once(specimenById);
  for (const id of ids) loader.clear(id);
  return (await Promise.all(ids.map((id) => loader.load(id)))).filter((row) => row !== null);
};

const changedContainer = async (id: string, context: SubgraphContext): Promise<ContainerRow> => {
  const row = await context.once(containerById).clear(id).load(id);
  if (row === null) throw refusal({ state: 'UNKNOWN_CONTAINER' });
  return row;
};

/** A position by its name; both null where none is named. @throws BAD_USER_INPUT where the container has none of that name */
const placeIn = (container: ContainerRow, position: string | null | undefined) => {
  if (position == null || position.trim() === '') return { row: null, column: null };
  const found = positionOf(container, position);
  if (found === null) throw refusal({ state: 'NO_SUCH_POSITION', barcode: position });
  return found;
};

export const addContainer = async (
  input: ContainerInput,
  context: SubgraphContext,
): Promise<ContainerRow> => {
  const parent = input.parent == null ? null : await containerOf(input.parent, context);
  const { row, column } =
    parent === null ? { row: null, column: null } : placeIn(parent, input.position);
  const id = uuidv7();
  const made = {
    id,
    kind: input.kind,
    parent_id: parent?.id ?? null,
    name: text('name', input.name, 1, 60),
    barcode: text('barcode', input.barcode, 1, 60),
    rows: bounded('rows', input.rows ?? (input.columns == null ? null : 1), 1, 60),
    columns: bounded('columns', input.columns ?? (input.rows == null ? null : 1), 1, 60),
    labels: input.labels,
    allowed_types:
      input.allowedTypes == null || input.allowedTypes.length === 0
        ? null
        : input.allowedTypes.map((type) => term('allowedTypes', type, isSampleType)),
    ...storageColumns(input.temperature),
    parent_row: row,
    parent_column: column,
  };
  const [answer] = await context.session.run(put, { made });
  expectDone(answer, 'MADE');
  return changedContainer(id, context);
};

export const moveContainer = async (
  { id, parent, position, celsius }: MutationMoveContainerArgs,
  context: SubgraphContext,
): Promise<ContainerRow> => {
  const [what, where] = await Promise.all([containerOf(id, context), containerOf(parent, context)]);
  const { row, column } = placeIn(where, position);
  const values = { id: what.id, parent: where.id, row, column, celsius: celsiusOf(celsius) };
  const [answer] = await context.session.run(move, values);
  expectDone(answer, 'MOVED');
  return changedContainer(what.id, context);
};

interface Placement {
  readonly specimen: string;
  readonly container: ContainerRow;
  readonly row: number | null;
  readonly column: number | null;
}

/** All or none. @throws BAD_USER_INPUT, naming who lies in a position that is taken */
export const placeSpecimens = async (
  placements: readonly Placement[],
  celsius: number | null,
  { session }: SubgraphContext,
): Promise<Refused> => {
  const items = placements.map(({ specimen, container, row, column }) => ({
    specimen,
    container: container.id,
    row,
    column,
    label: row === null || column === null ? null : labelOf(container, { row, column }),
  }));
  const [found] = await session.run(store, { items, celsius });
  return found?.answer ?? { state: 'UNKNOWN' };
};

export const storeSpecimens = async (
  { items, celsius }: MutationStoreSpecimensArgs,
  context: SubgraphContext,
): Promise<SpecimenRow[]> => {
  const placements = await Promise.all(
    many('items', items, 1000).map(async ({ specimen, container: given, position }) => {
      const container = await containerOf(given, context);
      return {
        specimen: decodeOne('BankedSpecimen', specimen),
        container,
        ...placeIn(container, position),
      };
    }),
  );
  expectDone(await placeSpecimens(placements, celsiusOf(celsius), context), 'STORED');
  return changedSpecimens(
    placements.map(({ specimen }) => specimen),
    context,
  );
};

export const readThermometer = async (
  given: string,
  celsius: number,
  context: SubgraphContext,
): Promise<ContainerRow> => {
  const id = decodeOne('StorageContainer', given);
  const values = { id, new: uuidv7(), celsius: celsiusOf(celsius) };
  const [answer] = await context.session.run(thermometer, values);
  if (answer?.done !== true) throw refusal({ state: 'UNKNOWN_CONTAINER' });
  return changedContainer(id, context);
};
