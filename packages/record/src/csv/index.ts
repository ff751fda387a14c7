export {
  type CellType,
  type CsvColumn,
  type CsvProfile,
  columnsOf,
  type Words,
} from './profile.ts';
export { type CsvRow, csvRow, dayIn, timeIn } from './row.ts';
