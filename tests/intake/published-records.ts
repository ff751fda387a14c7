import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { IngestResult } from '@nodp/intake';
import type { Setting } from './setting.ts';

const shared = resolve(process.env.NODP_SHARED ?? join(import.meta.dirname, '../../../shared'));
const folder = join(shared, 'data/fhir');
/** Whether the published records are at hand. */
export const present = existsSync(folder);
if (!present) console.warn(`Skipped: the published records are not in ${folder} (NODP_SHARED).`);

export const read = (file: string): string => {
  const raw = readFileSync(join(folder, file));
  return (file.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8');
};
export const files = (name: string, end: string): string[] =>
  readdirSync(join(folder, name))
    .filter((file) => file.endsWith(end))
    .sort()
    .map((file) => join(name, file));

/** Counts of all results by resource type and outcome: `Observation: { created: 3 }`. */
export const tally = (results: readonly IngestResult[]) => {
  const total: Record<string, Record<string, number>> = {};
  for (const { counts } of results) {
    for (const { resourceType, ...outcomes } of counts) {
      total[resourceType] ??= {};
      const of = total[resourceType];
      for (const [outcome, n] of Object.entries(outcomes)) {
        if (n > 0) of[outcome] = (of[outcome] ?? 0) + n;
      }
    }
  }
  return total;
};

export const groups = async (db: Setting, text: string): Promise<Record<string, number>> =>
  Object.fromEntries((await db.owner.unsafe(text)).map(({ key, n }) => [key, Number(n)]));
