import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { parquet } from './parquet.ts';

/** In which form rows leave. */
export type FormatId = 'CSV' | 'PARQUET';

export const FORMATS: Readonly<Record<FormatId, Format>> = { CSV: csv, PARQUET: parquet };

export const FORMAT_IDS = Object.keys(FORMATS) as FormatId[];
