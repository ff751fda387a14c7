import { expect, test } from 'vitest';
import { type CodeDomain, candidatesFor, searchTargets, targetOf } from './code-tables.ts';
import { likeness } from './likeness.ts';

const first = (domain: CodeDomain, code: string, display: string | null) =>
  candidatesFor(domain, { code, display }, 3)[0]?.code;

test.each([
  ['TEST', 'CEA01', '癌胚抗原(CEA)测定', '2039-6'],
  ['TEST', 'HGB', '血红蛋白', '718-7'],
  ['TEST', 'WBC', '白细胞计数*', '6690-2'],
  ['TEST', 'x17', '甲胎蛋白（AFP）', '1834-1'],
  ['DRUG', 'YP0012', '注射用顺铂', 'L01XA01'],
  ['DRUG', 'YP0013', '多西他赛注射液', 'L01CD02'],
  ['SITE', '1', '右肺上叶', undefined],
  ['DIAGNOSIS', 'FA', '支气管和肺恶性肿瘤', 'C34'],
] as const)('%s %s “%s” most likely means %s', (domain, code, display, means) => {
  if (means === undefined) expect(first(domain, code, display)).toMatch(/^C34/);
  else expect(first(domain, code, display)).toBe(means);
});

test('what has nothing in common with any term is offered none', () => {
  expect(candidatesFor('DRUG', { code: 'Q', display: '一次性输液器' }, 5)).toEqual([]);
});

test('a code is searched by its words, and one that is typed whole is offered though no name of it is known', () => {
  expect(searchTargets('TEST', '糖类抗原', 5).length).toBeGreaterThan(1);
  expect(searchTargets('TEST', '12345-4', 5)).toEqual([]);
  expect(searchTargets('TEST', '13457-7', 5)[0]).toMatchObject({ code: '13457-7' });
});

test.each([
  ['TEST', 'LOINC', '2039-6', 'http://loinc.org', '2039-6'],
  ['TEST', 'LOINC', '2039-7', null, null],
  ['DIAGNOSIS', 'icd-10', 'C341', 'http://hl7.org/fhir/sid/icd-10', 'C34.1'],
  ['DIAGNOSIS', 'ICD-O-3', '8140/3', 'http://terminology.hl7.org/CodeSystem/icd-o-3', '8140/3'],
  ['DIAGNOSIS', 'ATC', 'L01XA01', null, null],
  ['SITE', 'ICD-O-3', 'C34.1', 'http://terminology.hl7.org/CodeSystem/icd-o-3', 'C34.1'],
  ['SITE', 'ICD-O-3', 'C99.9', null, null],
  ['DRUG', 'ATC', 'l01xa01', 'http://www.whocc.no/atc', 'L01XA01'],
] as const)('%s: %s %s is the code %s %s', (domain, system, code, url, as) => {
  const found = targetOf(domain, system, code);
  expect(found === null ? [null, null] : [found.system, found.code]).toEqual([url, as]);
});

test('likeness is 1 of one and the same name, and 0 of names without a sign in common', () => {
  expect(likeness('癌胚抗原', '癌胚抗原')).toBe(1);
  expect(likeness('癌胚抗原(CEA)', 'cea')).toBe(0.95);
  expect(likeness('abc', '癌胚抗原')).toBe(0);
});
