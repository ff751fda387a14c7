import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
}

export interface Modules {
  /** Evaluates the file again at its next import, and whatever imports it. */
  readonly forget: (file: string) => void;
  /** What the file is imported as: another address once it was forgotten. */
  readonly address: (file: string) => string;
}

const testing = pathToFileURL(join(import.meta.dirname, 'testing.ts')).href;
const withoutQuery = (url: string): string => url.replace(/\?.*$/, '');

/** Our packages below `root`: node_modules leads to those of the original, which no mutant ever reaches. */
const ownPackages = (root: string): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  for (const file of globSync('{packages,subgraphs,apps}/*/package.json', { cwd: root })) {
    const { name, exports = {} } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest;
    for (const [path, target] of Object.entries(exports))
      files.set(join(name, path), pathToFileURL(join(root, dirname(file), target)).href);
  }
  return files;
};

/** Node's own modules of the copy at `root`, with `vitest` answered by what runs tests in this process. */
export const modulesOf = (root: string): Modules => {
  const own = ownPackages(root);
  const inside = `${pathToFileURL(root).href}/`;
  const importers = new Map<string, Set<string>>();
  const versions = new Map<string, number>();
  let version = 0;
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'vitest')
        return { url: testing, format: 'module-typescript', shortCircuit: true };
      const found = next(own.get(specifier) ?? specifier, context);
      const url = withoutQuery(found.url);
      if (!url.startsWith(inside) || url.includes('/node_modules/')) return found;
      if (context.parentURL !== undefined) {
        const by = importers.get(url) ?? new Set();
        importers.set(url, by.add(withoutQuery(context.parentURL)));
      }
      const at = versions.get(url);
      return at === undefined ? found : { ...found, url: `${url}?${at}` };
    },
  });
  const forget = (file: string): void => {
    version += 1;
    const waiting = [pathToFileURL(file).href];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (versions.get(url) === version) continue;
      versions.set(url, version);
      waiting.push(...(importers.get(url) ?? []));
    }
  };
  const address = (file: string): string => {
    const url = pathToFileURL(file).href;
    const at = versions.get(url);
    return at === undefined ? url : `${url}?${at}`;
  };
  return { forget, address };
};
