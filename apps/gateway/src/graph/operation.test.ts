import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { operationNamer } from './operation.ts';

const ofTheWebApp = 'query PatientPage($id: ID!) { patient(id: $id) { id } }';
const nameOf = operationNamer(new Map([['sha256', ofTheWebApp]]));

test('a document of the web app is named as it names itself', () => {
  expect(nameOf(parse(ofTheWebApp))).toBe('PatientPage');
});

test('a document of the caller’s own does not pass for one of the web app’s', () => {
  expect(nameOf(parse('query PatientPage { me { id } }'))).toBe('PatientPage (own document)');
  expect(nameOf(parse('{ me { id } }'))).toBe('unnamed (own document)');
});

test('of several operations the one that is run gives the name', () => {
  const document = parse('query A { me { id } } query B { me { name } }');
  expect(nameOf(document, 'B')).toBe('B (own document)');
});

test('no name fills the audit', () => {
  expect(nameOf(parse(`query ${'A'.repeat(5_000)} { me { id } }`)).length).toBeLessThan(100);
});
