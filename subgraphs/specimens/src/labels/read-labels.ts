import { csvRecords, FileError } from '@nodp/oncology';

/** Authorities whose labels are retained: of China, the United States, and the European Union. */
const AUTHORITIES = ['NMPA', 'FDA', 'EMA'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** What an authority approved a drug for, as the operator recorded it. */
export interface DrugLabel {
  readonly drug: string;
  readonly authority: Authority;
  readonly indication: string;
  /** As the label names it; null where it names none. */
  readonly biomarker: string | null;
  /** Of the approval, ISO. */
  readonly date: string;
  readonly source: string;
}

const LABEL_COLUMNS = [
  'drug',
  'authority',
  'indication',
  'biomarker',
  'date',
  'source_url',
] as const;
type Column = (typeof LABEL_COLUMNS)[number];

/** In characters. */
const LONGEST: Readonly<Record<Column, number>> = {
  drug: 100,
  authority: 4,
  indication: 500,
  biomarker: 200,
  date: 10,
  source_url: 500,
};
const MOST_LABELS = 20_000;

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(at.getTime()) &&
    at.toISOString().startsWith(text)
  );
};

const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
};

const labelOf = (line: number, value: (column: Column) => string): DrugLabel => {
  for (const column of LABEL_COLUMNS) {
    const written = value(column);
    if (written === '' && column !== 'biomarker')
      throw new FileError(line, `\`${column}\` is empty`);
    if (written.length > LONGEST[column])
      throw new FileError(line, `\`${column}\` has more than ${LONGEST[column]} characters`);
  }
  const authority = AUTHORITIES.find((known) => known === value('authority').toUpperCase());
  if (authority === undefined)
    throw new FileError(line, `\`authority\` is one of ${AUTHORITIES.join(', ')}`);
  if (!isDay(value('date'))) throw new FileError(line, '`date` is a day, YYYY-MM-DD');
  if (!isWebAddress(value('source_url')))
    throw new FileError(line, '`source_url` is an address that begins with https://');
  return {
    drug: value('drug'),
    authority,
    indication: value('indication'),
    biomarker: value('biomarker') || null,
    date: value('date'),
    source: value('source_url'),
  };
};

/**
 * Labels of a CSV file with the columns `drug`, `authority`, `indication`, `biomarker`, `date` and `source_url` in any order.
 * @throws {FileError} that names the line and what is wrong there: nothing of such a file is taken
 */
export const readLabels = (text: string): DrugLabel[] => {
  const [heading, ...records] = csvRecords(text);
  const places = new Map(heading?.cells.map((name, i) => [name.toLowerCase(), i]));
  for (const column of LABEL_COLUMNS)
    if (!places.has(column)) throw new FileError(1, `there is no column \`${column}\``);
  if (records.length > MOST_LABELS)
    throw new FileError(null, `the file has more than ${MOST_LABELS} labels`);
  return records.map(({ line, cells }) =>
    labelOf(line, (column) => cells[places.get(column) as number] ?? ''),
  );
};
