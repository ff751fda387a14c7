import { normalNumber, residentIdentity } from '@nodp/linkage';
import { csvRecords, FileError } from '@nodp/oncology';
import { dayIn } from '@nodp/record/csv';
import type { Label } from '@nodp/terminology';

/** Rows of one file: each is a transaction of its own. */
const MOST = 1_000;

/** A row of a register of deaths. */
export interface DeathRow {
  /** In the file, from 1. */
  readonly line: number;
  readonly name: string;
  /** In its normal form; null where none was given. */
  readonly number: string | null;
  /** YYYY-MM-DD. */
  readonly born: string;
  /** As far as it is known. */
  readonly died: string;
  readonly cause: string | null;
}

export interface RefusedRow {
  readonly line: number;
  readonly problem: Label;
}

/** A file that cannot be read at all. */
export class DeathFileRefused extends Error {
  readonly label: Label;
  constructor(label: Label) {
    super(label.en);
    this.label = label;
  }
}

const COLUMNS = {
  name: ['name', '姓名'],
  number: ['national_id', '身份证号', '身份证号码', '公民身份号码'],
  born: ['birth_date', '出生日期'],
  died: ['death_date', '死亡日期'],
  cause: ['cause', '死因', '根本死因'],
} as const;
type Column = keyof typeof COLUMNS;

/** Registers write UTF-8 or, of older programs, GB 18030. */
const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

const placesOf = (header: readonly string[]): Record<Column, number> => {
  const places = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, names]) => [
      column,
      header.findIndex((cell) => (names as readonly string[]).includes(cell.trim().toLowerCase())),
    ]),
  ) as Record<Column, number>;
  const missing = (['name', 'died'] as const).filter((column) => places[column] < 0);
  if (places.number < 0 && places.born < 0) missing.push('name');
  if (missing.length > 0)
    throw new DeathFileRefused({
      en: 'The first line names the columns: name, national_id, birth_date, death_date, cause (name, death_date and one of national_id and birth_date are needed).',
      zh: '首行须为列名：姓名、身份证号、出生日期、死亡日期、死因（姓名、死亡日期，以及身份证号或出生日期之一为必填）。',
    });
  return places;
};

const refused = (line: number, en: string, zh: string): RefusedRow => ({
  line,
  problem: { en, zh },
});

/** The last day that a date may be. */
const lastDay = (date: string): string =>
  date.length === 10 ? date : date.length === 7 ? `${date}-31` : `${date}-12-31`;

const rowOf = (
  line: number,
  said: (column: Column) => string,
  today: string,
): DeathRow | RefusedRow => {
  const [name, number, cause] = [said('name'), said('number'), said('cause')];
  const died = dayIn(said('died'));
  const born =
    said('born') === ''
      ? (residentIdentity(normalNumber(number))?.born ?? null)
      : dayIn(said('born'));
  if (name === '') return refused(line, 'The name is missing.', '缺少姓名。');
  if (born === null || born.length < 10)
    return refused(
      line,
      'The day of birth is missing or none, and the number does not say it.',
      '缺少出生日期或日期无效，且证件号不含出生日期。',
    );
  if (died === null)
    return refused(line, 'The date of death is missing or none.', '缺少死亡日期或日期无效。');
  if (died > today) return refused(line, 'The date of death is after today.', '死亡日期晚于今天。');
  if (lastDay(died) < born)
    return refused(line, 'The death is before the birth.', '死亡日期早于出生日期。');
  return {
    ...{ line, name, born, died },
    number: number === '' ? null : normalNumber(number),
    cause: cause === '' ? null : cause.slice(0, 200),
  };
};

/**
 * Rows of a register of deaths (CSV with a header, UTF-8 or GB 18030), and those that cannot be used with why.
 * @param today YYYY-MM-DD
 * @throws {DeathFileRefused}
 */
export const readDeaths = (bytes: Uint8Array, today: string): (DeathRow | RefusedRow)[] => {
  try {
    const [header, ...records] = csvRecords(textOf(bytes));
    if (header === undefined)
      throw new DeathFileRefused({ en: 'The file is empty.', zh: '文件为空。' });
    const places = placesOf(header.cells);
    if (records.length > MOST)
      throw new DeathFileRefused({
        en: `A file has ${MOST} rows at most, not ${records.length}: divide it.`,
        zh: `每个文件最多${MOST}行，现为${records.length}行，请拆分。`,
      });
    return records.map(({ line, cells }) =>
      rowOf(line, (column) => cells[places[column]]?.trim() ?? '', today),
    );
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new DeathFileRefused({
      en: `Line ${error.line ?? 1}: ${error.message}.`,
      zh: `第${error.line ?? 1}行：CSV格式错误（${error.message}）。`,
    });
  }
};
