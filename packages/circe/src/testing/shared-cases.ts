import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tables } from './open-cdm.ts';

/** Where circe's own cases lie; null where they are not at hand: they belong to circe, and stand nowhere in this project. */
const shared = process.env.NODP_SHARED;
const folder =
  shared === undefined ? null : join(shared, 'network', 'circe', 'src', 'test', 'resources');
export const sharedCases = folder !== null && existsSync(folder) ? folder : null;

export const NOT_AT_HAND =
  'circe’s own cases are not at hand: NODP_SHARED names no folder that holds them';

export const readCase = (name: string): unknown =>
  JSON.parse(readFileSync(join(sharedCases ?? '', name), 'utf8'));

export const readTables = (...names: readonly string[]): Tables =>
  Object.assign({}, ...names.map((name) => readCase(name) as Tables));
