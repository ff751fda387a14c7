import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, visit } from 'graphql';
import { describe, expect, test } from 'vitest';

/** Everything the graph says of a patient is asked for, and shown, by the pages of the clinic. */
const root = join(import.meta.dirname, '../../../../../..');
const supergraph = parse(readFileSync(join(root, 'supergraph.graphql'), 'utf8'));

const fieldsOfPatient: string[] = [];
visit(supergraph, {
  [Kind.OBJECT_TYPE_DEFINITION]: ({ name, fields }) => {
    if (name.value === 'Patient')
      fieldsOfPatient.push(...(fields ?? []).map((field) => field.name.value));
  },
});

const textOf = (pattern: string): string =>
  globSync(pattern, { cwd: join(import.meta.dirname, '../..') })
    .map((file) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8'))
    .join('\n');
const documents = textOf('{clinical,followup}/**/*.graphql');
const components = textOf('{clinical,followup}/**/*.tsx');
const named = (name: string, text: string) => new RegExp(`\\b${name}\\b`).test(text);

describe.each(fieldsOfPatient)('Patient.%s', (field) => {
  test('is asked for', () => expect(named(field, documents)).toBe(true));
  test('is shown', () => expect(named(field, components)).toBe(true));
});
