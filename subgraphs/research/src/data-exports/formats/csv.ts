import { copiedAs } from './copied.ts';
import type { Format } from './format.ts';

/** One file a table, UTF-8, a header of the columns' names, missing values empty (RFC 4180). */
export const csv: Format = {
  label: { en: 'CSV, a file a table', zh: 'CSV，每表一个文件' },
  write: copiedAs('csv', 'format csv, header true'),
};
