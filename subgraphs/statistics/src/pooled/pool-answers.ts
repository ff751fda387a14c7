import {
  BiostatisticsError,
  normalMultiplier,
  type PooledEstimate,
  type PooledEstimates,
  pooledEstimates,
} from '@nodp/biostatistics';
import { PlatformError } from '@nodp/database';
import { parse } from 'csv-parse/sync';

/** Answers of several places to one question, pooled; ratios as ratios. */
export interface PooledAnswers {
  readonly places: readonly string[];
  readonly pooled: PooledEstimates;
}

const LEVEL = 0.95;
/** Places at most: a file of more is none of this. */
const MOST_PLACES = 1000;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

type Row = Readonly<Record<string, string>>;

const wrong = (line: number, said: string) => new PlatformError('usage', `Line ${line}: ${said}`);

const numberOf = (row: Row, name: string, line: number): number => {
  const text = (row[name] ?? '').trim();
  if (!NUMBER.test(text)) throw wrong(line, `${name} is “${text}”, not a number.`);
  return Number(text);
};

/** The estimate on the scale on which it is pooled, with its standard error. */
const readRow = (row: Row, line: number, ratio: boolean): readonly [number, number] => {
  const scaled = (name: string): number => {
    const value = numberOf(row, name, line);
    if (ratio && value <= 0) throw wrong(line, `${name} is ${value}: a ratio is above 0.`);
    return ratio ? Math.log(value) : value;
  };
  const estimate = scaled('estimate');
  if ('standard_error' in row) return [estimate, numberOf(row, 'standard_error', line)];
  const [lower, upper] = [scaled('lower'), scaled('upper')];
  if (!(lower < estimate && estimate < upper))
    throw wrong(line, 'the estimate does not lie between its limits.');
  return [estimate, (upper - lower) / (2 * normalMultiplier(LEVEL))];
};

const asRatio = (one: PooledEstimate): PooledEstimate => ({
  ...one,
  estimate: Math.exp(one.estimate),
  lower: Math.exp(one.lower),
  upper: Math.exp(one.upper),
});

/**
 * Pools the answers of several places.
 * @param csv columns `place`, `estimate`, and `lower` with `upper` (95 % limits) or `standard_error` (of a ratio, that of its logarithm)
 * @param ratio whether the estimates are ratios (of hazards, rates, risks, odds): pooled on the logarithm
 * @throws {PlatformError} `usage` that names the line
 */
export const poolAnswers = (csv: string, ratio: boolean): PooledAnswers => {
  let rows: Row[];
  try {
    rows = parse(csv, { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new PlatformError('usage', `The file is no CSV: ${(error as Error).message}`);
  }
  if (rows.length === 0 || rows.length > MOST_PLACES)
    throw new PlatformError('usage', `Give the answers of 1 to ${MOST_PLACES} places.`);
  const read = rows.map((row, i) => readRow(row, i + 2, ratio));
  try {
    const pooled = pooledEstimates(
      read.map(([estimate]) => estimate),
      read.map(([, error]) => error),
      LEVEL,
    );
    return {
      places: rows.map((row, i) => row.place?.trim() || `line ${i + 2}`),
      pooled: ratio
        ? { ...pooled, fixed: asRatio(pooled.fixed), random: asRatio(pooled.random) }
        : pooled,
    };
  } catch (error) {
    if (error instanceof BiostatisticsError) throw new PlatformError('usage', error.message);
    throw error;
  }
};
