import { expect, test } from 'vitest';
import type { CohortDefinition } from './definition.ts';
import { parseDefinition } from './parse.ts';
import { print } from './print.ts';

const found = (definition: unknown) =>
  parseDefinition(definition).problems.map((p) => `${p.severity} ${p.code} ${p.path}`);

test('what cannot be run is told with its place', () => {
  expect(
    found({
      all: [
        { site: ['lung', 'lnug'] },
        { age: { from: 70, to: 60 } },
        { not: { year: {} } },
        { atLeast: { least: 3, of: [{ sex: [] }] } },
        { treatment: {} },
        { treatment: { drugs: ['cisplatin', 'cisplatinum'] } },
        { biomarker: { biomarker: 'EGFR' } },
        { histology: ['8140', '8140/3', 'M8140'] },
        { any: [] },
        { year: { from: 20 } },
      ],
    }),
  ).toEqual([
    'error unknown-code all.0.site.1',
    'error range-reversed all.1.age',
    'error range-open all.2.not.year',
    'error least-out-of-range all.3',
    'error empty-choice all.3.atLeast.of.0.sex',
    'error nothing-asked all.4.treatment',
    'error unknown-code all.5.treatment.drugs.1',
    'error unknown-code all.7.histology.2',
    'error empty-choice all.8',
    'error out-of-range all.9.year',
  ]);
});

test('what can be run and was hardly meant is a warning', () => {
  expect(
    found({
      all: [
        { sex: ['FEMALE'] },
        { site: ['prostate'] },
        { age: { from: 18 } },
        { age: { from: 18 } },
      ],
    }),
  ).toEqual(['warning said-twice all.3', 'warning never-true all.1']);
});

test('what has no form of a definition is refused with its place, whatever it is', () => {
  expect(found({ all: [{ site: ['lung'], sex: ['MALE'] }, {}, { moon: 1 }, 7] })).toEqual([
    'error not-one-field all.0',
    'error not-one-field all.1',
    'error not-one-field all.2.moon',
    'error misshapen all.3',
  ]);
  expect(found({ stage: ['STAGE_IV', 'late'] })).toEqual(['error misshapen stage.1']);
  expect(found({ age: { from: 1.5 } })).toEqual(['error misshapen age.from']);
  expect(found({ any: { site: ['lung'] } })).toEqual(['error misshapen any']);
  expect(found(JSON.parse('{"__proto__": ["lung"]}'))).toEqual(['error not-one-field __proto__']);
});

test('what the graph sends as null was left out', () => {
  expect(
    parseDefinition({
      all: [
        { site: null, age: { from: null, to: 50 } },
        { treatment: { kind: null, drugs: [], regimens: ['TP'] } },
        { biomarker: { biomarker: 'EGFR', findings: null }, any: null },
      ],
    }),
  ).toEqual({
    definition: {
      all: [
        { age: { to: 50 } },
        { treatment: { regimens: ['TP'] } },
        { biomarker: { biomarker: 'EGFR' } },
      ],
    },
    problems: [],
    runnable: true,
  });
});

test('a tree too deep is refused, not followed', () => {
  let tree: CohortDefinition = { age: { from: 1 } };
  for (let i = 0; i < 10_000; i++) tree = { not: tree };
  expect(found(tree).at(0)).toMatch(/^error too-deep/);
});

test('a definition reads in plain words, in both languages', () => {
  const definition: CohortDefinition = {
    all: [
      { site: ['lung'] },
      { any: [{ stage: ['STAGE_III', 'STAGE_IV'] }, { age: { from: 70 } }] },
      { not: { sex: ['MALE'] } },
      { year: { from: 2018, to: 2022 } },
      { province: ['440000'] },
      { treatment: { kind: 'SYSTEMIC', drugs: ['L01XA01'] } },
      { biomarker: { biomarker: 'KRAS', findings: ['POSITIVE'] } },
    ],
  };
  expect(print(definition)).toEqual({
    en: 'cancer of Lung, bronchus and trachea and (stage III or stage IV or aged 70 or more) and not male and diagnosed from 2018 to 2022 and reported from Guangdong and treated, for this cancer as far as is known: systemic treatment with cisplatin and KRAS positive',
    zh: '部位：肺、支气管和气管，且（III期或IV期，或诊断年龄：70及以上），且非“男性”，且诊断年份：2018至2022年，且上报省份：广东，且（据所知针对本癌）接受治疗：全身治疗，药物为顺铂，且KRAS 基因阳性',
  });
  expect(print({ all: [] })).toEqual({ en: 'everyone', zh: '全部人群' });
});
