import { expect, test } from 'vitest';
import type { CohortDefinition } from './definition.ts';
import { malignantUnlessSaid } from './malignant-unless-said.ts';
import { parseDefinition } from './parse.ts';
import { print } from './print.ts';

const malignant = { behaviour: ['MALIGNANT'] };

test.each<[string, CohortDefinition, unknown]>([
  ['a site', { all: [{ site: ['breast'] }] }, { all: [malignant, { site: ['breast'] }] }],
  [
    'a complement',
    { not: { site: ['breast'] } },
    { all: [malignant, { not: { site: ['breast'] } }] },
  ],
  ['a histology', { histology: ['8500'] }, { all: [malignant, { histology: ['8500'] }] }],
])('%s is of malignant cases', (_, definition, expected) => {
  expect(malignantUnlessSaid(definition)).toEqual(expected);
});

test.each<[string, CohortDefinition]>([
  ['everyone', { all: [] }],
  ['in situ', { all: [{ site: ['breast'] }, { behaviour: ['IN_SITU'] }] }],
  ['not malignant', { not: { behaviour: ['MALIGNANT'] } }],
  ['a site that includes benign neoplasms', { site: ['nervous-system-with-benign'] }],
  ['a morphology with its digit', { any: [{ histology: ['8500/2'] }] }],
])('%s is taken at its word', (_, definition) => {
  expect(malignantUnlessSaid(definition)).toBe(definition);
});

test('the words say it', () => {
  expect(print(malignantUnlessSaid({ all: [{ site: ['breast'] }] }))).toEqual({
    en: 'malignant and cancer of Breast',
    zh: '行为学：恶性，且部位：乳腺',
  });
});

test('ages of 90 and more are one', () => {
  expect(print({ age: { from: 90 } }).en).toBe('aged 90 or more');
  expect(print({ age: { from: 90, to: 90 } }).en).toBe('aged 90 or more');
  expect(print({ age: { from: 70, to: 90 } }).en).toBe('aged 70 or more');
  expect(print({ age: { from: 70, to: 89 } }).en).toBe('aged 70 to 89');
  for (const bounds of [{ from: 91 }, { from: 90, to: 92 }, { to: 95 }])
    expect(parseDefinition({ age: bounds }).problems).toMatchObject([
      {
        code: 'out-of-range',
        severity: 'error',
        message: { en: expect.stringContaining('90 or more') },
      },
    ]);
});

test('a histology that ICD-O-3 does not have is refused', () => {
  expect(parseDefinition({ histology: ['8140'] }).runnable).toBe(true);
  expect(parseDefinition({ histology: ['8999'] }).problems).toMatchObject([
    { code: 'unknown-code' },
  ]);
  expect(parseDefinition({ histology: ['1234/3'] }).runnable).toBe(false);
});

test('where a person lives and where the institution is are two criteria with two names', () => {
  expect(print({ residence: ['440000'] })).toEqual({
    en: 'living in Guangdong',
    zh: '居住省份：广东',
  });
  expect(print({ province: ['440000'] }).en).toBe('reported from Guangdong');
});
