import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const pure = [
  'subgraphs/research/src/{export,projects}/*.test.ts',
  'subgraphs/imaging/src/dicom/**/*.test.ts',
  'subgraphs/specimens/src/biobank/rules/*.test.ts',
  'subgraphs/statistics/src/registry-data/input/*.test.ts',
  'packages/{biostatistics,circe,cohorts,disclosure,intake,linkage,oncology,record,terminology}/**/*.test.ts',
  'tests/intake/examples.test.ts',
  'tests/attacks/*.test.ts',
  'apps/web/{src,scripts}/**/*.test.ts',
  'apps/cli/src/{cohort,rules}/*.test.ts',
  'scripts/{*,mutate/*,placement/*}.test.ts',
];

/** Two projects, so that tests of pure rules do not wait for a database. */
export default defineConfig({
  // As Node resolves it: Vite would take the ES module, and graphql refuses to be loaded twice.
  resolve: {
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    // Vitest would leave one core to a watcher: of two cores one, for eleven minutes.
    maxWorkers: '100%',
    // Files share what their worker has read: of 41 files, 65 s of processor instead of 110.
    isolate: false,
    // A slow machine fails no test, and a test that hangs still ends.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'pure', include: pure } },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{packages,subgraphs,tests}/**/*.test.ts', 'apps/{gateway,cli}/**/*.test.ts'],
          exclude: [...pure, '**/node_modules/**'],
          globalSetup: ['tests/global-setup.ts'],
        },
      },
    ],
  },
});
