import type { Catalog } from './catalog.ts';
import {
  composedTexts,
  markedConstraints,
  markedFiles,
  markedFunctions,
  markedTriggers,
} from './marked.ts';
import { type Found, written } from './product.ts';
import { reachOf, reachOfFunction } from './reach.ts';
import { type Reach, type Relation, widest } from './scope.ts';
import { columnOf, declaredTables, placeOf } from './tables.ts';

export interface Product {
  readonly files: readonly string[];
  readonly statements: readonly Found[];
  readonly catalog: Catalog;
}

const beyond = (reach: Reach): boolean => reach === 'fan-out' || reach === 'across';

/** Tables and what they are to a statement; a view with patients is read like a table of patients. */
const relationsOf = ({ tables }: Catalog): Map<string, Relation> =>
  new Map(
    tables.map(({ name, columns, key, view }) => {
      const byPatient =
        view === null ? placeOf(name, key) === 'patient' : columns.includes('patient_id');
      return [name, { byPatient, columns: new Set(columns) }];
    }),
  );

const faultsOfTables = ({ tables, constraints, statementTriggers }: Catalog): string[] => {
  const plain = tables.filter(({ view }) => view === null);
  const places = new Map(plain.map(({ name, key }) => [name, placeOf(name, key)]));
  const faults = plain
    .filter(({ name }) => places.get(name) === null)
    .map(
      ({ name }) =>
        `${name} has no place: say in scripts/placement/tables.ts where its rows would lie.`,
    );
  for (const name of declaredTables)
    if (!places.has(name))
      faults.push(`scripts/placement/tables.ts names ${name}, which is not there.`);
  const spanning = new Set<string>();
  for (const { table, name, kind, columns, to } of constraints) {
    const column = columnOf[places.get(table) ?? 'one'];
    if (column === null) continue;
    const parted = columns.includes(column);
    const other = to === null ? null : places.get(to);
    const holds =
      kind === 'unique'
        ? parted
        : other === 'everywhere' || (parted && other === places.get(table));
    if (!holds) spanning.add(`${table} ${name}`);
  }
  for (const one of spanning)
    if (!(one in markedConstraints))
      faults.push(
        `${one} spans machines: it has to hold ${columnOf.patient} or ${columnOf.institution}, as its table is parted.`,
      );
  for (const one of Object.keys(markedConstraints))
    if (!spanning.has(one))
      faults.push(`scripts/placement/marked.ts marks ${one}, which spans nothing any more.`);
  const triggers = new Set(statementTriggers.map(({ table, runs }) => `${table} ${runs}`));
  for (const one of triggers)
    if (!(one in markedTriggers))
      faults.push(
        `${one} sees all rows of a statement at once, which are on many machines: write one that sees a row.`,
      );
  for (const one of Object.keys(markedTriggers))
    if (!triggers.has(one))
      faults.push(`scripts/placement/marked.ts marks the trigger ${one}, which is not there.`);
  return faults;
};

const faultsOfStatements = async (
  { files, statements }: Product,
  relations: ReadonlyMap<string, Relation>,
): Promise<{ faults: string[]; counts: Record<string, number> }> => {
  const faults: string[] = [];
  const counts: Record<string, number> = {
    none: 0,
    given: 0,
    'fan-out': 0,
    across: 0,
    composed: 0,
  };
  const byFile = new Map<string, { text: string; reach: Reach }[]>();
  const read = async ({ file, text }: Found): Promise<void> => {
    const reach = await reachOf(text, relations);
    counts[reach] = (counts[reach] ?? 0) + 1;
    byFile.set(file, [...(byFile.get(file) ?? []), { text, reach }]);
  };
  for (const one of statements) await read(one);
  for (const file of files) {
    const { templates, composed } = await written(file);
    for (const text of templates) await read({ file, text });
    const [allowed] = composedTexts[file] ?? [0];
    counts.composed = (counts.composed ?? 0) + composed;
    if (composed !== allowed)
      faults.push(
        `${file} puts ${composed} texts together while the platform runs, ${allowed} are marked: read them and mark them.`,
      );
  }
  for (const [file, all] of byFile) {
    const wide = all.filter(({ reach }) => beyond(reach));
    const mark = markedFiles[file];
    const reach = widest(wide.map((one) => one.reach));
    if (wide.length === 0 || (mark?.statements === wide.length && mark.reach === reach)) continue;
    faults.push(
      `${file}: ${wide.length} statements reach beyond given patients (${reach}), ${mark ? `${mark.statements} (${mark.reach}) are` : 'none is'} marked:`,
      ...wide.map((one) => `  ${one.reach}: ${one.text.replace(/\s+/g, ' ').trim().slice(0, 160)}`),
    );
  }
  for (const file of Object.keys(markedFiles))
    if (!byFile.get(file)?.some(({ reach }) => beyond(reach)))
      faults.push(`scripts/placement/marked.ts marks ${file}, which goes by given patients.`);
  return { faults, counts };
};

const faultsOfFunctions = async (
  { functions, tables }: Catalog,
  relations: ReadonlyMap<string, Relation>,
): Promise<{ faults: string[]; counts: Record<string, number> }> => {
  const faults: string[] = [];
  const counts: Record<string, number> = { none: 0, given: 0, 'fan-out': 0, across: 0 };
  for (const one of functions) {
    const reach = await reachOfFunction(one, relations);
    counts[reach] = (counts[reach] ?? 0) + 1;
    const marked = markedFunctions[one.name]?.reach;
    if (beyond(reach) ? marked !== reach : marked !== undefined)
      faults.push(
        `The function ${one.name} is ${reach}, ${marked ? `marked ${marked}` : 'and not marked'}.`,
      );
  }
  const known = new Set(functions.map(({ name }) => name));
  for (const name of Object.keys(markedFunctions))
    if (!known.has(name))
      faults.push(`scripts/placement/marked.ts marks ${name}, which is not there.`);
  for (const { name, view } of tables) {
    if (
      view !== null &&
      (await reachOf(view, relations)) === 'across' &&
      !(name in markedFunctions)
    )
      faults.push(`The view ${name} joins rows of patients with rows of others.`);
  }
  return { faults, counts };
};

/** @returns what would keep the pool on one machine and is not marked, and how many of what there are */
export const faultsOf = async (
  product: Product,
): Promise<{ readonly faults: readonly string[]; readonly said: readonly string[] }> => {
  const relations = relationsOf(product.catalog);
  const statements = await faultsOfStatements(product, relations);
  const functions = await faultsOfFunctions(product.catalog, relations);
  const say = (what: string, counts: Record<string, number>) =>
    `${what}: ${Object.entries(counts)
      .map(([name, n]) => `${n} ${name}`)
      .join(', ')}`;
  return {
    faults: [...faultsOfTables(product.catalog), ...statements.faults, ...functions.faults],
    said: [
      say('statements', statements.counts),
      say('functions', functions.counts),
      `tables: ${product.catalog.tables.filter(({ view }) => view === null).length}`,
      `marked constraints: ${Object.keys(markedConstraints).length}`,
    ],
  };
};
