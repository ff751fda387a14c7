import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '@nodp/warehouse';

/** What is not known is left out: neither FHIR nor Phenopackets take a null, an empty list or an empty object. */
export const known = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const items = value.map(known).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (value === null || typeof value !== 'object') return value ?? undefined;
  const entries = Object.entries(value)
    .map(([key, of]) => [key, known(of)] as const)
    .filter(([, of]) => of !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

/** Rows of a statement as lines of JSON, streamed; what is not known is left out. */
export const writeNdjson = async (
  connection: DuckDBConnection,
  sql: string,
  file: string,
): Promise<void> => {
  const rows = `${file}.rows`;
  await connection.run(`copy (${sql}) to ${literal(rows)} (format json)`);
  const lines = createInterface({
    input: createReadStream(rows),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  await pipeline(async function* () {
    for await (const line of lines) yield `${JSON.stringify(known(JSON.parse(line)))}\n`;
  }, createWriteStream(file));
  await rm(rows);
};
