import { roles } from '@nodp/database';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { accessCheck } from './access.ts';
import { executableSubgraph } from './subgraph.ts';
import { principalOf } from './testing.ts';

const sdl = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"])
type Query @authenticated {
  open: String
  patient: Patient
  either: String @requiresScopes(scopes: [["patient:read", "followup:read"], ["research:read"]])
  wide: Wide
}
type Wide @authenticated { patient: Patient }
type Patient @key(fields: "id") @requiresScopes(scopes: [["patient:read"]]) {
  id: ID!
  plain: String
  contact: String @requiresScopes(scopes: [["followup:read"]])
}
type Mutation { change: String @requiresScopes(scopes: [["literature:write"]]) }
`;
const { schema } = executableSubgraph('a', sdl, {});

const letIn = (query: string): string[] => {
  const enter = accessCheck(schema);
  const document = parse(query);
  return roles.filter((role) => {
    try {
      enter(document, principalOf(role, 'here'));
      return true;
    } catch (error) {
      expect(error).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
      return false;
    }
  });
};
const carers = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'SYSTEM'];
const entity = (fields: string) =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Patient { ${fields} } } }`;

test.each([
  ['any account', '{ open }', [...roles]],
  ['a type’s rule counts for its fields', entity('plain'), carers],
  ['and for whatever returns it', '{ patient { __typename } }', carers],
  ['also from further in', '{ wide { patient { id } } }', carers],
  ['all scopes of one set', '{ either }', ['FOLLOWUP_COORDINATOR', 'RESEARCHER']],
  ['a field’s rule is beside its type’s, not instead', entity('contact'), ['FOLLOWUP_COORDINATOR']],
  ['the strictest field decides', '{ open either patient { id } }', ['FOLLOWUP_COORDINATOR']],
  ['an alias hides nothing', '{ open: either }', ['FOLLOWUP_COORDINATOR', 'RESEARCHER']],
  [
    'nor does a fragment',
    '{ ...F } fragment F on Query { either }',
    ['FOLLOWUP_COORDINATOR', 'RESEARCHER'],
  ],
  [
    'nor one that is skipped',
    '{ open ...F @skip(if: true) } fragment F on Query { either }',
    ['FOLLOWUP_COORDINATOR', 'RESEARCHER'],
  ],
  [
    'nor an inline fragment without a type',
    '{ ... { either } }',
    ['FOLLOWUP_COORDINATOR', 'RESEARCHER'],
  ],
  ['nor an operation that is not run', 'query A { open } mutation B { change }', ['DATA_MANAGER']],
])('%s: %s', (_, query, expected) => {
  expect(letIn(query)).toEqual(expected);
});

test('nobody is let in to anything', () => {
  const enter = accessCheck(schema);
  for (const query of ['{ open }', '{ patient { id } }', entity('id')]) {
    expect(() => enter(parse(query), null)).toThrow('Sign in first.');
  }
});

test('a field without a rule is open to nobody, the schema’s own text included', () => {
  const { schema: bare } = executableSubgraph('b', 'type Query { a: String }', {});
  const enter = accessCheck(bare);
  expect(() => enter(parse('{ a }'), principalOf('SYSTEM', 'here'))).toThrow('no access rule');
  expect(letIn('{ _service { sdl } }')).toEqual([]);
});

test('what was let in once is asked again for the next account', () => {
  const enter = accessCheck(schema);
  const document = parse('{ either }');
  enter(document, principalOf('RESEARCHER', null));
  expect(() => enter(document, principalOf('CLINICIAN', 'here'))).toThrow(
    'not open to this account',
  );
});
