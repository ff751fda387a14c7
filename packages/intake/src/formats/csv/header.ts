import type { Kind, KindModule, KindModules } from '@nodp/record';
import { type CsvColumn, type CsvProfile, columnsOf } from '@nodp/record/csv';
import type { TextIssue } from './words.ts';
import { say } from './words.ts';

export interface KindProfile {
  readonly kind: Kind;
  readonly profile: CsvProfile;
  readonly columns: readonly CsvColumn[];
}

/** The kinds whose records are sent as rows. */
export const profilesOf = (kinds: KindModules): KindProfile[] =>
  (Object.entries(kinds) as [Kind, KindModule<Kind>][]).flatMap(([kind, { csv }]) =>
    csv === undefined ? [] : [{ kind, profile: csv, columns: columnsOf(csv) }],
  );

const plain = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .trim()
    .toLowerCase();

const columnNamed = (columns: readonly CsvColumn[], header: string): CsvColumn | undefined =>
  columns.find(({ name, label }) =>
    [name, label.en, label.zh].some((word) => plain(word) === plain(header)),
  );

/** A file's header by the columns of its kind. */
export interface Header {
  readonly kind: Kind;
  readonly profile: CsvProfile;
  /** The header as it stood. */
  readonly cells: readonly string[];
  /** The column of each cell; null of one that the kind does not have. */
  readonly columns: readonly (CsvColumn | null)[];
  /** Headers that the kind does not have: what stands under them is not read. */
  readonly ignored: readonly string[];
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

/** Reads the first row of a file. @param asked the kind by its sender's word; else it is told by the columns */
export const headerIn = (
  profiles: readonly KindProfile[],
  cells: readonly string[],
  asked: string | undefined,
): Header | { readonly issue: TextIssue } => {
  const names = profiles.map(({ kind }) => kind).join(', ');
  const profile =
    asked === undefined ? kindOf(profiles, cells) : profiles.find(({ kind }) => kind === asked);
  if (!profile) {
    return {
      issue: asked === undefined ? say.unknownHeader(names) : say.unknownKind(asked, names),
    };
  }
  const columns = cells.map((cell) => columnNamed(profile.columns, cell) ?? null);
  const missing = profile.columns.filter((c) => c.required === true && !columns.includes(c));
  if (missing.length > 0) return { issue: say.missingColumns(missing.map(({ name }) => name)) };
  const twice = columns.find((column, i) => column !== null && columns.indexOf(column) !== i);
  if (twice) return { issue: say.columnTwice(twice.name) };
  return {
    kind: profile.kind,
    profile: profile.profile,
    cells: cells.map((cell) => cell.trim()),
    columns,
    ignored: cells.filter((cell, i) => columns[i] === null && cell.trim() !== ''),
  };
};
