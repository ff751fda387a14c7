/** A mapping while it is made: which column of a file gives which column of a kind. */
import type { UploadKind } from '../upload-request.ts';

export interface Condition {
  readonly column: string;
  readonly is: readonly string[];
}

/** What a column is read from (`packages/intake`, formats/csv/mapping). */
export interface ColumnRule {
  readonly from?: readonly string[];
  readonly join?: string;
  readonly take?: 'amount' | 'unit' | 'words';
  readonly dates?: 'dmy' | 'mdy' | 'registry';
  readonly values?: Readonly<Record<string, string>>;
  readonly prefix?: string;
  readonly constant?: string;
  readonly when?: Condition;
}

export interface MappedKind {
  readonly kind: string;
  readonly columns: Readonly<Record<string, ColumnRule>>;
  readonly where?: readonly Condition[];
  readonly without?: readonly string[];
  readonly repeats?: boolean;
}

export interface Mapping {
  readonly name: string;
  readonly header: readonly string[];
  readonly kinds: readonly MappedKind[];
}

/** What is dragged: the name of a column of the file. */
export const COLUMN_TYPE = 'text/x-nodp-column';

/** Rows that are retained as sent and not read. */
export const RETAINED = 'retained';

export type KindColumn = UploadKind['columns'][number];

/** A header without what files write in one way or another. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-./()（）:：]/g, '');

/** How well a header says a column: the same word best, one that holds the other next. */
const likeness = (header: string, { name, label }: KindColumn): number => {
  const said = plain(header);
  if (said === '') return 0;
  return Math.max(
    ...[name, label.en, label.zh].map((word) => {
      const wanted = plain(word);
      if (wanted === said) return 3;
      const [short, long] = wanted.length < said.length ? [wanted, said] : [said, wanted];
      return short.length >= 2 && long.includes(short) ? 1 + short.length / long.length : 0;
    }),
  );
};

/** The columns of a file that most likely give those of a kind: each column of the file once, the likest first. */
export const suggested = (
  header: readonly string[],
  { columns }: UploadKind,
): Record<string, ColumnRule> => {
  const pairs = header
    .flatMap((cell) => columns.map((column) => ({ cell, column, like: likeness(cell, column) })))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like);
  const found: Record<string, ColumnRule> = {};
  const used = new Set<string>();
  for (const { cell, column } of pairs) {
    if (used.has(cell) || found[column.name] !== undefined) continue;
    used.add(cell);
    found[column.name] = { from: [cell] };
  }
  return found;
};

/** A rule without what says nothing; null where nothing is left of it. */
const withoutEmpty = (rule: ColumnRule): ColumnRule | null => {
  const stored = Object.fromEntries(
    Object.entries(rule).filter(
      ([, value]) =>
        value !== undefined &&
        value !== '' &&
        !(typeof value === 'object' && Object.keys(value).length === 0),
    ),
  ) as ColumnRule;
  return stored.from === undefined && stored.constant === undefined ? null : stored;
};

/** A kind with another rule for a column. */
export const withRule = (kind: MappedKind, column: string, rule: ColumnRule): MappedKind => {
  const { [column]: _, ...others } = kind.columns;
  const stored = withoutEmpty(rule);
  return { ...kind, columns: stored === null ? others : { ...others, [column]: stored } };
};

/** Columns that every record of a kind has and for which nothing is set yet. */
export const missingOf = (kind: MappedKind, of: UploadKind | undefined): KindColumn[] =>
  (of?.columns ?? []).filter(
    ({ name, required }) =>
      required && kind.columns[name] === undefined && kind.without?.includes(name) !== true,
  );

/** What a column of the file says in its first rows that the column of the kind does not take as it is. */
export const unknownValues = (column: KindColumn, said: readonly string[]): string[] => {
  const known = new Set(
    column.values.flatMap(({ value, label }) =>
      [value, label.en, label.zh].map((word) => word.toLowerCase()),
    ),
  );
  return said.filter((value) => !known.has(value.toLowerCase()));
};
