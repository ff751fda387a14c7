import { copiedAs } from './copied.ts';
import type { Format } from './format.ts';

/** One Apache Parquet file a table, compressed by Zstandard. */
export const parquet: Format = {
  label: { en: 'Parquet, a file a table', zh: 'Parquet，每表一个文件' },
  write: copiedAs('parquet', 'format parquet, compression zstd'),
};
