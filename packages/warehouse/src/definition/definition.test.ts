import { expect, test } from 'vitest';
import type { CohortDefinition } from './definition.ts';
import { lint } from './lint.ts';
import { print } from './print.ts';

const found = (definition: CohortDefinition) =>
  lint(definition).map(({ code, severity, path }) => `${severity} ${code} ${path}`);

test('what cannot be run is told with its place', () => {
  expect(
    found({
      op: 'all',
      of: [
        { op: 'site', siteGroups: ['lung', 'lnug'] },
        { op: 'age', from: 70, to: 60 },
        { op: 'not', of: { op: 'year' } },
        { op: 'atLeast', least: 3, of: [{ op: 'sex', sexes: [] }] },
        { op: 'treatment' },
        { op: 'treatment', drugs: ['L01XA01', 'cisplatin'] },
        { op: 'biomarker', biomarker: 'EGFR' },
        { op: 'histology', morphologies: ['8140', '8140/3', 'M8140'] },
        { op: 'any', of: [] },
      ],
    }),
  ).toEqual([
    'error unknown-code of.0.siteGroups.1',
    'error range-reversed of.1',
    'error range-open of.2.of',
    'error least-out-of-range of.3',
    'error empty-choice of.3.of.0.sexes',
    'error nothing-asked of.4',
    'error unknown-code of.5.drugs.1',
    'error unknown-code of.7.morphologies.2',
    'error empty-choice of.8',
  ]);
});

test('what can be run and was hardly meant is a warning', () => {
  expect(
    found({
      op: 'all',
      of: [
        { op: 'sex', sexes: ['FEMALE'] },
        { op: 'site', siteGroups: ['prostate'] },
        { op: 'age', from: 18 },
        { op: 'age', from: 18 },
      ],
    }),
  ).toEqual(['warning said-twice of.3', 'warning never-true of.1']);
});

test('a tree too deep is refused, not followed', () => {
  let tree: CohortDefinition = { op: 'age', from: 1 };
  for (let i = 0; i < 10_000; i++) tree = { op: 'not', of: tree };
  expect(found(tree).at(0)).toMatch(/^error too-deep/);
});

test('a definition reads in plain words, in both languages', () => {
  const definition: CohortDefinition = {
    op: 'all',
    of: [
      { op: 'site', siteGroups: ['lung'] },
      {
        op: 'any',
        of: [
          { op: 'stage', stages: ['STAGE_III', 'STAGE_IV'] },
          { op: 'age', from: 70 },
        ],
      },
      { op: 'not', of: { op: 'sex', sexes: ['MALE'] } },
      { op: 'year', from: 2018, to: 2022 },
      { op: 'province', provinces: ['440000'] },
      { op: 'treatment', kind: 'SYSTEMIC', drugs: ['L01XA01'] },
      { op: 'biomarker', biomarker: 'KRAS', findings: ['positive'] },
    ],
  };
  expect(print(definition)).toEqual({
    en: 'cancer of Lung, bronchus and trachea and (stage III or stage IV or aged 70 or more) and not male and diagnosed from 2018 to 2022 and reported from Guangdong and treated: systemic treatment with cisplatin and KRAS positive',
    zh: '部位：肺、支气管和气管，且（III期或IV期，或诊断年龄：70及以上），且非“男性”，且诊断年份：2018至2022年，且上报省份：广东，且接受治疗：全身治疗，药物为顺铂，且KRAS 基因阳性',
  });
  expect(print({ op: 'all', of: [] })).toEqual({ en: 'everyone', zh: '全部人群' });
});
