import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The folder of published data beside the checkout, or null where it is absent (its tests then skip). */
const SHARED: string | null = (() => {
  const path = process.env.NODP_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
  return existsSync(join(path, 'data')) ? path : null;
})();

export const WITHOUT_SHARED = SHARED === null;
if (WITHOUT_SHARED)
  console.warn('no shared data (NODP_SHARED or ../shared): tests on real records skip');

/** Rows of a simple reference table, header left out; quoted cells are read whole. */
export function referenceRows(name: string): string[][] {
  const text = readFileSync(join(SHARED ?? '', 'reference', name), 'utf8').trim();
  return text
    .split('\n')
    .slice(1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? '').trim()),
    );
}

export type Coding = {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly path: string;
};
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every FHIR resource of the shared folder, Bundles opened. */
export function fhirResources(): { [key: string]: Json }[] {
  const root = join(SHARED ?? '', 'data', 'fhir');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.json(\.gz)?$/.test(name))
    .flatMap((name) => {
      const bytes = readFileSync(join(root, name));
      const resource = JSON.parse(String(name.endsWith('.gz') ? gunzipSync(bytes) : bytes));
      return resource.resourceType === 'Bundle'
        ? resource.entry.map((entry: { resource: { [key: string]: Json } }) => entry.resource)
        : [resource];
    });
}

/** Every coding of those resources with the path it stands at: `Condition.code.coding`. */
export function fhirCodings(): Coding[] {
  const found: Coding[] = [];
  const walk = (value: Json, path: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, path);
    } else if (value !== null && typeof value === 'object') {
      const { system, code, display } = value;
      if (typeof system === 'string' && typeof code === 'string') {
        found.push({ system, code, display: typeof display === 'string' ? display : '', path });
      }
      for (const [key, child] of Object.entries(value)) walk(child, `${path}.${key}`);
    }
  };
  for (const resource of fhirResources()) walk(resource, String(resource.resourceType));
  return found;
}
