import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLINICAL_RULES } from './clinical-rules.ts';
import { FieldError } from './fields.ts';
import type { ClinicalRule } from './rule.ts';
import { tryRule } from './try-rule.ts';

type Given = Readonly<Record<string, unknown>>;
interface OwnCase {
  readonly given?: Given;
  readonly in?: Given;
  readonly expected?: unknown;
}

const source = join(import.meta.dirname, '..');
const lists = globSync('**/cases.json', { cwd: source }).flatMap((file): [string, unknown][] => {
  const held: unknown = JSON.parse(readFileSync(join(source, file), 'utf8'));
  return Array.isArray(held) ? [[dirname(file), held]] : Object.entries(held as object);
});

/** Under which name of its folder's file a rule has its cases, where that is none of its own. */
const KEPT_AS: Readonly<Record<string, string>> = {
  'predict-breast-2': 'breast2',
  'predict-breast-3': 'breast3',
  'predict-prostate': 'prostate',
  'recist-response': 'response',
  'recist-best-response': 'best',
  irecist: 'immune',
  'screening-course': 'screening',
  'pro-ctcae-composite': 'pro-ctcae',
  'surveillance-due': 'surveillance-schedule',
};

const casesOf = ({ id, names }: ClinicalRule): readonly OwnCase[] =>
  lists.flatMap(([name, cases]) => {
    const own = [...names, KEPT_AS[id]].some((one) => one?.toLowerCase() === name.toLowerCase());
    return own && Array.isArray(cases) ? (cases as OwnCase[]) : [];
  });

const cell = (value: unknown): string => {
  const text =
    value === null || value === undefined
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  return `"${text.replaceAll('"', '""')}"`;
};

const rules = Object.entries(CLINICAL_RULES).map(([id, rule]) => [id, rule] as const);
const givensOf = (rule: ClinicalRule): readonly Given[] =>
  casesOf(rule).flatMap(({ given, in: input }) => [given ?? input ?? {}]);

/** What stands in files that were filled in by hand or made by another program. */
const JUNK: readonly unknown[] = [
  'x',
  '=1+1',
  '-1',
  '1e309',
  'NaN',
  '1,5',
  '１２',
  ' ',
  '2025-13-40',
  '0000-00-00',
  'a'.repeat(5000),
  -1,
  1e308,
  true,
  [],
  [null],
  [{}],
  [[1]],
  {},
  { a: { b: 1 } },
  '[',
  '[]',
  '[1]',
  '[{}]',
  '{"a":1}',
  'a=b=c;;=',
  '__proto__',
  'constructor',
];

describe.each(rules)('%s', (_, rule) => {
  const givens = givensOf(rule);

  test('has worked cases of its own beside it', () => {
    expect(givens.length).toBeGreaterThan(1);
  });

  test('answers the same from CSV as from JSON', () => {
    const names = [...new Set(givens.flatMap((given) => Object.keys(given)))];
    const csv = [
      names.map(cell).join(','),
      ...givens.map((given) => names.map((name) => cell(given[name])).join(',')),
    ].join('\r\n');
    const ofCsv = tryRule(rule, csv, 'csv');
    const ofJson = tryRule(rule, JSON.stringify(givens.map((given) => ({ given }))), 'json');
    expect(ofCsv.map(({ decision, error }) => decision ?? error?.message)).toEqual(
      ofJson.map(({ decision, error }) => decision ?? error?.message),
    );
  });

  test('says of what cannot be read which field it is, in both languages, and fails of nothing', () => {
    for (const given of givens.slice(0, 3))
      for (const name of Object.keys(rule.fields))
        for (const junk of JUNK) {
          try {
            const { explanation } = rule.decide({ ...given, [name]: junk });
            for (const { en, zh } of explanation) expect([en, zh]).not.toContain('');
          } catch (error) {
            expect(error, `${name} = ${JSON.stringify(junk)?.slice(0, 60)}`).toBeInstanceOf(
              FieldError,
            );
            const { message, chinese } = error as FieldError;
            expect(message).not.toBe('');
            expect(chinese).toMatch(/\p{Script=Han}/u);
          }
        }
  });
});
