import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, isObjectType, parse } from 'graphql';
import { expect, test } from 'vitest';

/** What the graph says of the cases of a release is asked for by the overview, and drawn. */
const root = join(import.meta.dirname, '../../../../..');
const schema = buildASTSchema(parse(readFileSync(join(root, 'supergraph.graphql'), 'utf8')), {
  assumeValid: true,
});
const type = schema.getType('CaseStatistics');
const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
const textOf = (pattern: string) =>
  globSync(pattern, { cwd: import.meta.dirname })
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
const [document, drawn] = [textOf('overview.graphql'), textOf('**/*.{ts,tsx}')];

test.each(fields)('%s', (field) => {
  expect(document).toMatch(new RegExp(`^      ${field}\\b`, 'm'));
  expect(drawn).toMatch(new RegExp(`\\b${field}\\b`));
});
