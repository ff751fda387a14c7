import type { CsvColumn } from '@nodp/record/csv';
import { registryMapping } from '../registry/mappings.ts';
import type { KindProfile, Output } from './kinds.ts';
import { type CsvMapping, isHeaderOf, outputsOf, plain } from './mapping.ts';
import { say } from './words/say.ts';
import type { TextIssue } from './words/text-issue.ts';

const columnNamed = (columns: readonly CsvColumn[], header: string): CsvColumn | undefined =>
  columns.find(({ name, label }) =>
    [name, label.en, label.zh].some((word) => plain(word) === plain(header)),
  );

/** A file's header by the columns of its kind, or by a mapping. */
export interface Header {
  /** Of a mapping its name. */
  readonly kind: string;
  /** The header as it stood. */
  readonly cells: readonly string[];
  /** Headers that are not read, with what stands under them. */
  readonly ignored: readonly string[];
  readonly outputs: readonly Output[];
  readonly mapping: CsvMapping | null;
}

const fits = ({ columns }: KindProfile, cells: readonly string[]): boolean =>
  columns.every(
    (column) => column.required !== true || cells.some((cell) => columnNamed([column], cell)),
  );

/** The kind whose every required column is there; of several the one that knows most of the columns. */
const kindOf = (profiles: readonly KindProfile[], cells: readonly string[]): KindProfile | null => {
  const known = (p: KindProfile): number =>
    cells.filter((cell) => columnNamed(p.columns, cell) !== undefined).length;
  const found = profiles.filter((profile) => fits(profile, cells));
  const [best, next] = found.sort((a, b) => known(b) - known(a));
  return best === undefined || (next !== undefined && known(next) === known(best)) ? null : best;
};

/** Who reads a header. */
export interface HeaderAsked {
  /** The kind by its sender's word; else it is told by the columns. */
  readonly kind?: string | undefined;
  /** The mapping that is asked for. */
  readonly mapping?: CsvMapping | undefined;
  /** Mappings that are taken where the header is theirs. */
  readonly mappings?: readonly CsvMapping[] | undefined;
}

const mappedHeader = (
  mapping: CsvMapping,
  profiles: readonly KindProfile[],
  cells: readonly string[],
): Header | { readonly issue: TextIssue } => {
  const made = outputsOf(mapping, profiles, cells);
  if ('issue' in made) return made;
  return { kind: mapping.name, cells: cells.map((cell) => cell.trim()), ...made, mapping };
};

/** Reads the first row of a file: by the mapping that is asked for, else by the one that is for this header, else by its kind. */
export const headerIn = (
  profiles: readonly KindProfile[],
  cells: readonly string[],
  { kind: asked, mapping, mappings = [] }: HeaderAsked,
): Header | { readonly issue: TextIssue } => {
  // A file of refused rows that was corrected has the columns that were added to it.
  const own = cells.filter((cell) => !plain(cell).startsWith('nodp_'));
  const chosen =
    mapping ?? (asked === undefined ? mappings.find((one) => isHeaderOf(one, own)) : undefined);
  if (chosen !== undefined) return mappedHeader(chosen, profiles, cells);
  const registry = asked === undefined ? registryMapping(own) : null;
  if (registry !== null) return mappedHeader(registry, profiles, cells);
  const names = profiles.map(({ kind }) => kind).join(', ');
  const found =
    asked === undefined ? kindOf(profiles, cells) : profiles.find(({ kind }) => kind === asked);
  if (!found) {
    return {
      issue: asked === undefined ? say.unknownHeader(names) : say.unknownKind(asked, names),
    };
  }
  const columns = cells.map((cell) => columnNamed(found.columns, cell) ?? null);
  const missing = found.columns.filter((c) => c.required === true && !columns.includes(c));
  if (missing.length > 0) return { issue: say.missingColumns(missing.map(({ name }) => name)) };
  const twice = columns.find((column, i) => column !== null && columns.indexOf(column) !== i);
  if (twice) return { issue: say.columnTwice(twice.name) };
  const known = columns.flatMap((column, i) => (column === null ? [] : [{ column, i }]));
  const output: Output = {
    kind: found.kind,
    profile: found.profile,
    columns: known.map(({ column }) => column),
    said: (row) => known.map(({ i }) => row[i] ?? ''),
    named: Object.fromEntries(known.map(({ column: { name } }) => [name, name])),
    repeats: false,
  };
  return {
    kind: found.kind,
    cells: cells.map((cell) => cell.trim()),
    outputs: [output],
    ignored: cells.filter((cell, i) => columns[i] === null && cell.trim() !== ''),
    mapping: null,
  };
};
