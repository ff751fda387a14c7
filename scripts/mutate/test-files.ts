import { globSync } from 'node:fs';

/** The tests that mutants have to fail: pure rules of reading, disclosure and counting, without a database. */
const all = [
  'tests/intake/examples.test.ts',
  'packages/{intake,record,oncology,disclosure}/**/*.test.ts',
  'subgraphs/*/src/kinds/**/*.test.ts',
  'subgraphs/statistics/src/cases/{rates,breakdown,survival}.test.ts',
];

/** Files below `root`; MUTATE_TESTS names the tests of a part, which costs each mutant less. */
export const testFiles = (root: string): readonly string[] =>
  globSync(process.env.MUTATE_TESTS?.split(' ') ?? all, {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  }).sort();
