import { type JsonDataSet, textOf } from '../json/dicom-json.ts';

/** YYYYMMDD as a day of the calendar, YYYY-MM-DD; null where it is none. */
export const attributesDay = (text: string | null): string | null => {
  const [, year, month, day] = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(text ?? '') ?? [];
  if (year === undefined || Number(year) < 1850) return null;
  const written = `${year}-${month}-${day}`;
  const read = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : null;
};

/** Where no offset from UTC is said, the clock is China's. */
const CHINA = '+08:00';

/** When a study began, with its offset; null where its day is not known. */
export const startOf = (json: JsonDataSet): string | null => {
  const day = attributesDay(textOf(json, '00080020'));
  if (day === null) return null;
  const [, hours = '00', minutes = '00', seconds = '00'] =
    /^([01]\d|2[0-3]):?([0-5]\d)?:?([0-5]\d)?/.exec(textOf(json, '00080030') ?? '') ?? [];
  const [, sign, h, m] = /^([+-])(\d{2})(\d{2})$/.exec(textOf(json, '00080201') ?? '') ?? [];
  const offset = sign === undefined || Number(h) > 14 ? CHINA : `${sign}${h}:${m}`;
  return `${day}T${hours}:${minutes}:${seconds}${offset}`;
};
