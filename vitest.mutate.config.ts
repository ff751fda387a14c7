import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
}

/**
 * The packages of the copy that Stryker changes. node_modules leads to those of the original, which no mutant
 * ever reaches.
 */
const ownPackages = (): Plugin => {
  const root = import.meta.dirname;
  const files = new Map<string, string>();
  for (const file of globSync('{packages,subgraphs,apps}/*/package.json', { cwd: root })) {
    const { name, exports = {} } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest;
    for (const [path, target] of Object.entries(exports)) {
      if (typeof target === 'string')
        files.set(join(name, path), join(root, dirname(file), target));
    }
  }
  return { name: 'own-packages', enforce: 'pre', resolveId: (source) => files.get(source) ?? null };
};

/** Tests to be run alone, where a part is changed whose own tests are to hold it: each mutant costs less. */
const only = process.env.MUTATE_TESTS?.split(' ');

/** The tests that mutants have to fail: pure rules of reading, disclosure and counting, without a database. */
export default defineConfig({
  plugins: [ownPackages()],
  resolve: {
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    // Stryker runs beside other work, at whatever is left of the processor.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: only ?? [
      'tests/intake/examples.test.ts',
      'packages/{intake,record,oncology,disclosure}/**/*.test.ts',
      'packages/warehouse/src/disclosure/**/*.test.ts',
      'subgraphs/*/src/kinds/**/*.test.ts',
      'subgraphs/statistics/src/cases/{rates,breakdown,survival,whole-years}.test.ts',
    ],
  },
});
