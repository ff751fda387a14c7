import { globSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { casesOf } from './cases.ts';
import { CLINICAL_RULES } from './clinical-rules.ts';
import { differences } from './compare.ts';
import { csvRecords } from './csv.ts';
import { choice, count, date, flag, number, pairs, readField } from './fields.ts';
import { type ClinicalRule, clinicalRule, decided, missingOf, needs } from './rule.ts';
import { tryRule } from './try-rule.ts';

const BMI = clinicalRule({
  id: 'bmi',
  version: 1,
  title: { en: 'Body mass index', zh: '体重指数' },
  source: 'Quetelet 1832',
  mark: 'seen',
  population: null,
  fields: {
    height_m: number('height in metres', '身高（米）', 0.3, 2.6, { names: ['height'] }),
    weight_kg: number('weight in kilograms', '体重（千克）', 1, 400),
  },
  outputs: ['bmi', 'heavy'],
  names: ['Quetelet'],
  decide: (given) => {
    const missing = missingOf(given, ['height_m', 'weight_kg']);
    if (given.height_m === null || given.weight_kg === null) return needs(missing);
    const bmi = given.weight_kg / given.height_m ** 2;
    return decided({ bmi, heavy: bmi >= 25 }, []);
  },
});

describe('the list of clinical rules', () => {
  const rules = Object.entries(CLINICAL_RULES);

  test('holds each under its own id, and no name twice', () => {
    expect(rules.filter(([id, rule]) => rule.id !== id)).toEqual([]);
    const names = rules.flatMap(([, rule]) => rule.names.map((name) => name.toLowerCase()));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('holds every folder that declares a rule', async () => {
    const source = join(import.meta.dirname, '..');
    const files = await readdir(source, { recursive: true });
    const declared = await Promise.all(
      files
        .filter((name) => /(?<!\.test)\.ts$/.test(name) && !name.startsWith('registry'))
        .filter((name) => readFileSync(join(source, name), 'utf8').includes('= clinicalRule('))
        .map(async (name) => Object.values(await import(join(source, name)))),
    );
    const found = declared
      .flat()
      .filter((value): value is ClinicalRule => value instanceof Object && 'decide' in value);
    const listed = rules.map(([, rule]) => rule);
    const idsOf = (of: readonly ClinicalRule[]) => [...new Set(of.map(({ id }) => id))].sort();
    expect(idsOf(found)).toEqual(idsOf(listed));
    expect(new Set(found)).toEqual(new Set(listed));
  });

  test.each(rules)(
    '%s says in both languages what it asks and answers without failing when nothing is known',
    (_, rule) => {
      for (const { label } of [...Object.values(rule.fields), { label: rule.title }]) {
        expect(label.en).not.toBe('');
        expect(label.zh).toMatch(/[\u4e00-\u9fff]/);
      }
      expect(rule.population?.en).not.toBe('');
      if (rule.population) expect(rule.population.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(rule.source).toMatch(/\S.{7,}/);
      for (const { kind, min, max } of Object.values(rule.fields))
        if (kind === 'number') expect((max ?? 0) - (min ?? 0)).toBeGreaterThan(0);
      const decision = rule.decide({});
      expect(decision.value).toBeNull();
      expect(decision.missing.length > 0 || decision.notApplicable !== null).toBe(true);
    },
  );
});

describe('the worked examples of a rule', () => {
  const source = join(import.meta.dirname, '..');
  const lists = globSync('*/cases.json', { cwd: source }).flatMap((file): [string, unknown][] => {
    const held: unknown = JSON.parse(readFileSync(join(source, file), 'utf8'));
    return Array.isArray(held) ? [[dirname(file), held]] : Object.entries(held as object);
  });
  const tried = lists.flatMap(([name, cases]) => {
    const rule = Object.values(CLINICAL_RULES).find(({ names }) =>
      names.some((own) => own.toLowerCase() === name.toLowerCase()),
    );
    return rule === undefined ? [] : [[rule.id, rule, cases] as const];
  });

  test.each(tried)('%s: a board that tries them finds them met', (_, rule, cases) => {
    const results = tryRule(rule, JSON.stringify(cases), 'json');
    expect(results.flatMap(({ differences: found }) => found ?? [])).toEqual([]);
    expect(results.filter(({ differences: found }) => found !== null).length).toBeGreaterThan(0);
  });

  test('are there of most rules under their own names', () => {
    expect(tried.length).toBeGreaterThan(20);
  });

  test.each(tried)('%s: the parts of its answer may be columns of a file', (_, rule, cases) => {
    const parts = (cases as { expected?: { value?: unknown } }[]).flatMap(({ expected }) => {
      const value = expected?.value;
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.keys(value)
        : [];
    });
    expect([...new Set(parts)].filter((part) => !rule.outputs.includes(part))).toEqual([]);
  });
});

describe('fields', () => {
  test('are read from text and from JSON alike', () => {
    const age = count('age', '年龄', 130);
    expect(readField('age', age, '61')).toBe(61);
    expect(readField('age', age, 61)).toBe(61);
    expect(readField('male', flag('male', '男'), 'yes')).toBe(true);
    expect(
      readField('er', choice('ER', '雌激素受体', { '1': 'positive', positive: 'positive' }), 1),
    ).toBe('positive');
  });

  test('that are empty are not known', () => {
    for (const raw of ['', ' ', null, undefined])
      expect(readField('age', count('a', '甲', 1), raw)).toBeNull();
  });

  test.each([
    [count('age', '年龄', 130), '6o', 'no number'],
    [count('age', '年龄', 130), '61.5', 'whole'],
    [count('age', '年龄', 130), 131, 'between 0 and 130'],
    [count('age', '年龄', 130), [61], 'single value'],
    [flag('male', '男'), 'm', 'true or false'],
    [choice('ecog', '体能', ['0', '1']), '7', 'none of 0, 1'],
    [date('day', '日期'), '2025-02-30', 'no date'],
    [pairs('factors', '因素'), 'grade', 'name=value'],
    [pairs('factors', '因素'), { grade: [1] }, 'no single value'],
  ])('%o does not take %o', (field, raw, message) => {
    expect(() => readField('x', field, raw)).toThrow(message);
  });
});

describe('cases of a file', () => {
  const csv = 'height_m,weight_kg,bmi\r\n2,80,20\n1.6,"64",26\n';

  test('CSV: inputs and expected values stand side by side, by line', () => {
    expect(casesOf(BMI, csv, 'csv')).toMatchObject([
      { where: 'line 2', given: { height_m: '2', weight_kg: '80' }, expected: { bmi: '20' } },
      { where: 'line 3', given: { height_m: '1.6', weight_kg: '64' }, expected: { bmi: '26' } },
    ]);
  });

  test('differences are said, and how', () => {
    const [first, second] = tryRule(BMI, csv, 'csv');
    expect(first?.differences).toEqual([]);
    expect(second?.differences).toMatchObject([
      { at: 'bmi', expected: '26', got: expect.closeTo(25) },
    ]);
  });

  test.each([
    ['a list', '[{"given": {"height": 2, "weight_kg": 80}, "expected": {"heavy": false}}]'],
    ['in and out', '[{"in": {"height": 2, "weight_kg": 80}, "out": {"heavy": false}}]'],
    ['side by side', '[{"name": "first", "height": 2, "weight_kg": 80, "heavy": false}]'],
    [
      'of several rules',
      '{"source": "x", "quetelet": {"cases": [{"in": {"height": 2, "weight_kg": 80}, "out": {"heavy": false}}]}}',
    ],
  ])('JSON: %s', (_, json) => {
    expect(tryRule(BMI, json, 'json')).toMatchObject([
      { decision: { value: { bmi: 20 } }, differences: [] },
    ]);
  });

  test('an empty cell expects nothing', () => {
    const [part, nothing] = tryRule(
      BMI,
      'height_m,weight_kg,bmi,heavy\n2,80,,false\n2,80,,\n',
      'csv',
    );
    expect(part?.differences).toEqual([]);
    expect(nothing?.differences).toBeNull();
  });

  test('a value that cannot be read is said with its field, and the others are tried', () => {
    expect(tryRule(BMI, 'height_m,weight_kg\ntall,80\n2,80\n', 'csv')).toMatchObject([
      {
        where: 'line 2',
        decision: null,
        error: { field: 'height_m', message: '“tall” is no number' },
      },
      { where: 'line 3', decision: { value: { bmi: 20 } }, differences: null },
    ]);
  });

  test('a field that the rule has not is said with those it has', () => {
    expect(tryRule(BMI, '[{"hight": 2}]', 'json')[0]?.error?.message).toContain(
      'height_m, weight_kg',
    );
  });

  test.each([
    ['height_m,waist\n2,3\n', 'csv', 'field waist'],
    ['height_m,height_m\n2,3\n', 'csv', 'twice'],
    ['height_m,weight_kg\n2\n', 'csv', '1 cells under 2'],
    ['height_m\n"2', 'csv', 'not closed'],
    ['', 'csv', 'empty'],
    ['{"other": 1}', 'json', 'no list of cases'],
    ['[1]', 'json', 'case 1 is no object'],
    ['[{]', 'json', 'not JSON'],
  ] as const)('%o is refused as a whole', (text, format, message) => {
    expect(() => casesOf(BMI, text, format)).toThrow(message);
  });
});

test('cells of CSV keep commas, quotation marks and line ends that stand in quotation marks', () => {
  expect(csvRecords('\uFEFFa,"b, ""c""\nd"\r\n\r\n e ,f\n')).toEqual([
    { line: 1, cells: ['a', 'b, "c"\nd'] },
    { line: 4, cells: ['e', 'f'] },
  ]);
});

test('a cell expects a list by its JSON or by words with semicolons between', () => {
  for (const cell of ['["a","b"]', 'a; b', 'a；b'])
    expect(differences(cell, ['a', 'b'])).toEqual([]);
  expect(differences('none', [])).toEqual([]);
  expect(differences('a', ['a', 'b'])).toHaveLength(1);
  expect(differences('[{"date":"2025-01-01"}]', [{ date: '2025-01-01', overall: 'PR' }])).toEqual(
    [],
  );
  expect(differences('{"risk":"high"}', { risk: 'low' })).toHaveLength(1);
  expect(differences('[1', 1)).toHaveLength(1);
});

test('numbers agree to the digits that are expected', () => {
  expect(differences(69.3058, 69.30575812)).toEqual([]);
  expect(differences(69.3059, 69.30575812)).toHaveLength(1);
  expect(differences(3, 3.4)).toEqual([]);
  expect(differences({ risk: 'high' }, { score: 1, risk: 'low' })).toEqual([
    { at: 'risk', expected: 'high', got: 'low' },
  ]);
  expect(differences([1, 2], [1])).toHaveLength(1);
  expect(differences(null, 0)).toHaveLength(1);
});
