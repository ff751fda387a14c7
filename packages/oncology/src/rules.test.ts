import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

type Cases = { readonly name: string }[];

/**
 * Parts that rules share: their answers are versioned with the rules. What is typed of a lesion is stored as it was typed;
 * the rules of response that read it have versions.
 */
const parts = ['assessments', 'dates', 'lesion-entry', 'smoking-status', 'variant'];

/**
 * What rules are tried with, the list of those that a board may try, scores put together for a patient, and data sets of which each element
 * is read by a rule of its own.
 */
const notRules = ['testing', 'registry', 'prognosis', 'risk', 'single-disease'];

const rules = (await readdir(import.meta.dirname, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && !notRules.includes(entry.name))
  .map(({ name }) => name);

const textsOf = async (rule: string, end: string): Promise<string> => {
  const folder = join(import.meta.dirname, rule);
  const names = (await readdir(folder)).filter((name) => name.endsWith(end));
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
};

describe.each(rules)('the rule %s', (rule) => {
  test('has worked examples, and a test that runs them', async () => {
    const cases = JSON.parse(await textsOf(rule, 'cases.json')) as Cases | Record<string, Cases>;
    // A folder with several rules names them in its examples.
    const lists = Array.isArray(cases) ? [cases] : Object.values(cases);
    for (const examples of lists) {
      expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
      expect(examples.length).toBeGreaterThan(0);
    }
    expect(await textsOf(rule, '.test.ts')).toContain('testCases');
  });

  test.skipIf(parts.includes(rule))('has a version', async () => {
    expect(await textsOf(rule, '.ts')).toMatch(/const [A-Z0-9_]+_VERSION = \d+;/);
  });
});
