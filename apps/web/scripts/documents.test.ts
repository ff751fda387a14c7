import { expect, test } from 'vitest';
import { documentIn, importsOfDocuments } from './documents.ts';

test('each document comes from a module of its own, types go, lines stay', () => {
  const code = [
    'import {',
    '  MeDocument,',
    '  type MeQuery,',
    '  PatientsDocument,',
    "} from '../graph/generated/graphql.ts';",
    "import type { Sex } from '../graph/generated/graphql.ts';",
  ].join('\n');
  expect(importsOfDocuments(code)).toBe(
    [
      "import { MeDocument } from 'virtual:document/MeDocument'; import { PatientsDocument } from 'virtual:document/PatientsDocument';",
      '',
      '',
      '',
      '',
      "import type { Sex } from '../graph/generated/graphql.ts';",
    ].join('\n'),
  );
});

test('a document is its hash; one that is not there is named', () => {
  const text =
    'export const MeDocument = {"__meta__":{"hash":"sha256:bf"}} as unknown as TypedDocumentString<MeQuery>;';
  expect(documentIn(text, 'MeDocument')).toBe('{"__meta__":{"hash":"sha256:bf"}}');
  expect(() => documentIn(text, 'OtherDocument')).toThrow('has no OtherDocument');
});
