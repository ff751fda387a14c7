import { CsvError, parse } from 'csv-parse/sync';

/** A tube that a scanner saw: the barcodes of the container and the tube, and the position as the scanner calls it. */
export interface ScannedTube {
  /** In the file, from 1. */
  readonly line: number;
  readonly parent: string;
  readonly barcode: string;
  readonly position: string;
}

export interface ScanProblem {
  readonly line: number;
  readonly column: string | null;
  readonly en: string;
  readonly zh: string;
}

export const MOST_TUBES = 10_000;
const COLUMNS = ['parent', 'barcode', 'position'] as const;
/** What scanners write where a position is empty or could not be read. */
const NO_TUBE = /^(no ?(tube|read|code|barcode)|empty|noread|-*)$/i;

const problem = (line: number, column: string | null, en: string, zh: string): ScanProblem => ({
  line,
  column,
  en,
  zh,
});

interface Read {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

const rowsOf = (text: string): { rows: Read[]; broken: ScanProblem[] } => {
  const broken: ScanProblem[] = [];
  const rows = parse(text, {
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line = error instanceof CsvError ? Number(error.lines) : 0;
      // A quote out of place is told of the field and again of the row.
      if (broken.some((before) => before.line === line)) return undefined;
      broken.push(
        problem(
          line,
          null,
          `The row cannot be read (${error?.code ?? 'CSV'}): it needs as many fields as the first line, and quotes only around whole fields.`,
          `无法读取该行（${error?.code ?? 'CSV'}）：字段数须与首行一致，引号只能包住整个字段。`,
        ),
      );
      return undefined;
    },
  }) as unknown as Read[];
  return { rows, broken };
};

const missingColumns = (names: readonly string[]): ScanProblem[] =>
  COLUMNS.filter((column) => !names.includes(column)).map((column) =>
    problem(
      1,
      column,
      `There is no column “${column}”: the first line names parent, barcode and position.`,
      `缺少“${column}”列：首行须有 parent、barcode、position 三列。`,
    ),
  );

const readRow = ({ record, info }: Read, problems: ScanProblem[]): ScannedTube | null => {
  const { parent = '', barcode = '', position = '' } = record;
  if (NO_TUBE.test(barcode)) return null;
  for (const [column, value] of Object.entries({ parent, position }))
    if (value === '') {
      problems.push(
        problem(
          info.lines,
          column,
          `“${column}” is empty: fill it in, or leave the row out.`,
          `“${column}”为空：请填写，或删去该行。`,
        ),
      );
      return null;
    }
  return { line: info.lines, parent, barcode, position };
};

const twice = (tubes: readonly ScannedTube[]): ScanProblem[] => {
  const [barcodes, positions] = [new Map<string, number>(), new Map<string, number>()];
  return tubes.flatMap(({ line, parent, barcode, position }) => {
    const place = `${parent} ${position.toUpperCase()}`;
    const [seen, filled] = [barcodes.get(barcode), positions.get(place)];
    barcodes.set(barcode, seen ?? line);
    positions.set(place, filled ?? line);
    return [
      ...(seen === undefined
        ? []
        : [
            problem(
              line,
              'barcode',
              `${barcode} stands in line ${seen} already: a tube lies in one position; scan it again and leave one row.`,
              `${barcode} 已在第 ${seen} 行出现：一管只在一个位置；请重新扫描并只留一行。`,
            ),
          ]),
      ...(filled === undefined
        ? []
        : [
            problem(
              line,
              'position',
              `${position} of ${parent} is filled by line ${filled} already: correct one of the two.`,
              `${parent} 的 ${position} 已被第 ${filled} 行占用：请改正其中一行。`,
            ),
          ]),
    ];
  });
};

/** Reads a scanner's file of racks: every row that can be read, and what is wrong with the others, by line and column. */
export const readScan = (text: string): { tubes: ScannedTube[]; problems: ScanProblem[] } => {
  const { rows, broken } = rowsOf(text);
  const names = rows[0]
    ? Object.keys(rows[0].record)
    : (text.split(/\r?\n/, 1)[0] ?? '')
        .replace(/^\uFEFF/, '')
        .split(',')
        .map((name) => name.trim().toLowerCase());
  const missing = missingColumns(names);
  if (missing.length > 0) return { tubes: [], problems: missing };
  const problems = [...broken];
  const tubes = rows.flatMap((row) => readRow(row, problems) ?? []);
  return { tubes, problems: [...problems, ...twice(tubes)].toSorted((a, b) => a.line - b.line) };
};
