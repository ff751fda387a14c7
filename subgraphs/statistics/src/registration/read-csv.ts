import { PlatformError } from '@nodp/database';
import { PROVINCES } from '@nodp/terminology/provinces';
import { CsvError, parse } from 'csv-parse/sync';
import type { Registry } from './registration.ts';

const AGES = Array.from({ length: 18 }, (_, age) => `${age * 5}`);
/** Columns of the file; the last eighteen are the youngest ages of the groups, 85 standing for 85 and more. */
export const REGISTRATION_COLUMNS = [
  ...['registry', 'name_en', 'name_zh', 'source_en', 'source_zh', 'region', 'year'],
  ...['completeness', 'closed_on', 'sex', ...AGES],
] as const;

const MOST_ROWS = 50_000;
const SEXES = ['female', 'male'];
const regions = new Set(PROVINCES.map(({ code }) => code));

const refuse = (line: number, message: string): never => {
  throw new PlatformError('usage', `line ${line}: ${message}`);
};

interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const rowsOf = (text: string): Row[] => {
  try {
    const rows: Row[] = [];
    const read = parse(text, {
      bom: true,
      trim: true,
      columns: true,
      skip_empty_lines: true,
      info: true,
    });
    for (const { record, info } of read as unknown as {
      record: Record<string, string>;
      info: { lines: number };
    }[])
      rows.push({ line: info.lines, cells: record });
    return rows;
  } catch (error) {
    if (error instanceof CsvError) return refuse(Number(error.lines ?? 1), error.message);
    throw error;
  }
};

const numberIn = ({ line, cells }: Row, name: string, least: number, most: number): number => {
  const text = cells[name] ?? '';
  const value = Number(text);
  if (text === '' || !(value >= least && value <= most))
    return refuse(line, `${name} is “${text}”: give a number from ${least} to ${most}.`);
  return value;
};

const textIn = ({ line, cells }: Row, name: string): string => {
  const text = cells[name] ?? '';
  if (text === '' || text.length > 500)
    return refuse(line, `${name} has to have 1 to 500 characters.`);
  return text;
};

const closingIn = ({ line, cells }: Row, year: number): string | null => {
  const text = cells.closed_on ?? '';
  if (text === '') return null;
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    return refuse(
      line,
      `closed_on is “${text}”: give a day as YYYY-MM-DD, or nothing while the year is open.`,
    );
  if (text <= `${year}-12-31`)
    return refuse(line, `closed_on ${text} is not after the year ${year}: it cannot be whole yet.`);
  return text;
};

const regionIn = (row: Row): string => {
  const code = row.cells.region ?? '';
  if (!regions.has(code))
    return refuse(
      row.line,
      `region is “${code}”: give six digits of a division at province level (GB/T 2260), e.g. 440000; a release knows residence to the province, so that a part of one cannot be told from the rest.`,
    );
  return code;
};

type Area = Registry['areas'][number];

/** What the two rows of an area and year say alike. */
const alike = [
  'registry',
  'name_en',
  'name_zh',
  'source_en',
  'source_zh',
  'completeness',
  'closed_on',
];

const areaOf = (rows: readonly Row[]): Area => {
  const [first] = rows as [Row];
  const year = numberIn(first, 'year', 1950, 2100);
  const lived = SEXES.map((sex) => {
    const [own, again] = rows.filter(({ cells }) => cells.sex === sex);
    if (again !== undefined)
      return refuse(again.line, `a second row of ${sex} of this region and year.`);
    if (own === undefined)
      return refuse(first.line, `the row of ${sex} of this region and year is missing.`);
    for (const name of alike)
      if (own.cells[name] !== first.cells[name])
        refuse(own.line, `${name} differs from line ${first.line}, of the same region and year.`);
    return Float64Array.from(AGES, (age) => numberIn(own, age, 0, 1e9));
  });
  return {
    region: regionIn(first),
    year,
    completeness: numberIn(first, 'completeness', 0, 100) / 100,
    closedOn: closingIn(first, year),
    lived: lived as unknown as Area['lived'],
  };
};

/**
 * Registries of a CSV file: a row for each region, year and sex, with the person-years by age; completeness in percent.
 * @throws PlatformError that names the line and says how to correct it
 */
export const readRegistries = (text: string): Registry[] => {
  const rows = rowsOf(text);
  const [first] = rows;
  if (first === undefined) return refuse(1, 'the file has no rows.');
  if (rows.length > MOST_ROWS) refuse(MOST_ROWS, `more than ${MOST_ROWS} rows: part the file.`);
  const missing = REGISTRATION_COLUMNS.filter((name) => !(name in first.cells));
  if (missing.length > 0) refuse(1, `columns are missing: ${missing.join(', ')}.`);
  for (const { line, cells } of rows)
    if (!SEXES.includes(cells.sex ?? ''))
      refuse(line, `sex is “${cells.sex}”: give female or male.`);
  const byArea = [...Map.groupBy(rows, ({ cells }) => `${cells.region} ${cells.year}`).values()];
  const areas = byArea.map((own) => ({ row: own[0] as Row, area: areaOf(own) }));
  const byRegistry = Map.groupBy(areas, ({ row }) => textIn(row, 'registry'));
  return [...byRegistry].map(([code, own]) => {
    const [{ row: head }] = own as [{ row: Row; area: Area }];
    for (const { row, area } of own) {
      for (const name of ['name_en', 'name_zh', 'source_en', 'source_zh'])
        if (row.cells[name] !== head.cells[name])
          refuse(row.line, `${name} of ${code} differs from line ${head.line}.`);
      const other = own.find((one) => one.area.year === area.year)?.area;
      if (other?.completeness !== area.completeness || other.closedOn !== area.closedOn)
        refuse(
          row.line,
          `completeness and closing of ${code} in ${area.year} differ between its regions: they are of the registry's year.`,
        );
    }
    return {
      code,
      name: { en: textIn(head, 'name_en'), zh: textIn(head, 'name_zh') },
      source: { en: textIn(head, 'source_en'), zh: textIn(head, 'source_zh') },
      areas: own.map(({ area }) => area),
    };
  });
};
