import { buildASTSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { withShared } from './shared-sdl.ts';

const typesOf = (sdl: string): string[] =>
  Object.keys(buildASTSchema(parse(withShared(sdl)), { assumeValid: true }).getTypeMap()).filter(
    (name) => /^(Label|Coded|Quantity|PageInfo|PartialDate|DateTime)$/.test(name),
  );

test('a schema gets the shared types that it names, and those that they name', () => {
  expect(typesOf('type Query { what: Coded!, at: DateTime }').toSorted()).toEqual([
    'Coded',
    'DateTime',
    'Label',
  ]);
});

test('a schema that names none gets none but the link to the specification', () => {
  expect(typesOf('type Query { n: Int }')).toEqual([]);
  expect(withShared('type Query { n: Int }')).toContain('https://specs.apollo.dev/federation');
});
