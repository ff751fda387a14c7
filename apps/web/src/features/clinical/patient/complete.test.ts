import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  getNamedType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, test } from 'vitest';

/** Everything the graph says of a patient is asked for, and shown, by the pages of the clinic. */
const root = join(import.meta.dirname, '../../../../../..');
const schema = buildASTSchema(parse(readFileSync(join(root, 'supergraph.graphql'), 'utf8')), {
  assumeValid: true,
});

const fieldsOf = (name: string) => {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
};
const fieldsOfPatient = fieldsOf('Patient').map(({ name }) => name);

const web = join(import.meta.dirname, '../../..');
const textOf = (pattern: string): string =>
  globSync(pattern, { cwd: web })
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(join(web, file), 'utf8'))
    .join('\n');
const documents = textOf('features/{clinical,screening}/**/*.graphql');
const components = textOf('features/{clinical,screening}/**/*.tsx');
/** Every name in the code of the pages: a field that none of them names is shown to nobody. */
const names = new Set(
  textOf('{features/{clinical,screening},design,charts,figures,format}/**/*.{ts,tsx}').match(
    /[A-Za-z_]\w*/g,
  ),
);
const named = (name: string, text: string) => new RegExp(`\\b${name}\\b`).test(text);

describe.each(fieldsOfPatient)('Patient.%s', (field) => {
  test('is asked for', () => expect(named(field, documents)).toBe(true));
  test('is shown', () => expect(named(field, components)).toBe(true));
});

/** `Tumour.laterality`, as the documents ask. */
const asked = new Set<string>();
const types = new TypeInfo(schema);
visit(
  parse(documents + textOf('graph/*.graphql')),
  visitWithTypeInfo(types, {
    Field: ({ name }) => {
      asked.add(`${types.getParentType()?.name}.${name.value}`);
    },
  }),
);

/** What a patient leads to and is no part of a record: pages of their own show it. */
const beyond = new Set(['Article', 'ArticleConnection', 'ClinicalRule', 'Institution', 'Patient']);

/** For programs that read the graph, or said on the page by another field. */
const notOnThePage = new Set([
  // Labels say it.
  'Coded.system',
  'ImagingSeries.description',
  // The grade stands beside the latest point, in words of the page's own.
  'LaboratoryGrade.at',
  'LaboratoryGrade.term',
  'LaboratoryGrade.why',
  'LaboratoryGrade.ruleVersion',
  // Each score says its own.
  'Prognosis.ruleVersion',
  // The assessments are made of it.
  'LesionMeasurement.group',
  // The explanation says it.
  'StageCheck.confirmed',
  // The grid names the terms that were answered; the state says that a link ended.
  'SymptomQuestionnaire.terms',
  'SymptomQuestionnaire.endedAt',
  // The indicator's own pages list cases by date, of every patient.
  'CareCase.diagnosed',
  'CareCase.patient',
  'CareCase.audited',
  // Their names say it in the reader's language.
  'UndecidedEvidence.drugs',
  // The worklist leads to the referral.
  'Task.referral',
  // The name's ending says it; the digest is for programs that compare what they took.
  'NoteFile.mediaType',
  'NoteFile.sha256',
  // The page makes the tree from parents.
  'Specimen.aliquots',
]);

/** The types of a patient's records, however deep. */
const ofRecords = (): string[] => {
  const found = new Set<string>();
  const walk = (name: string): void => {
    for (const { type } of fieldsOf(name)) {
      const next = getNamedType(type);
      if (!isObjectType(next) || found.has(next.name) || beyond.has(next.name)) continue;
      found.add(next.name);
      walk(next.name);
    }
  };
  walk('Patient');
  return [...found];
};

describe.each(ofRecords())('of %s every field', (type) => {
  test('is asked for', () => {
    const left = fieldsOf(type)
      .map(({ name }) => `${type}.${name}`)
      .filter((field) => !asked.has(field) && !notOnThePage.has(field));
    expect(left).toEqual([]);
  });
  test('is shown', () => {
    const left = fieldsOf(type)
      .filter(({ name }) => !names.has(name) && !notOnThePage.has(`${type}.${name}`))
      .map(({ name }) => `${type}.${name}`);
    expect(left).toEqual([]);
  });
});
