/**
 * Every value that any field of the graph takes is tried with texts, numbers and days that break programs: what is asked may be
 * refused, and is never answered as a fault of the platform. `npm run attack` tries all of them, a run of the tests the two
 * kinds of text that no database stores.
 */
import type { Role } from '@nodp/database';
import { principalOf } from '@nodp/graph/testing';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, OperationTypeNode, parse } from 'graphql';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samples } from '../../access/gateway-arguments.ts';
import { openTo } from '../../access/gateway-roles.ts';
import { type Setting, setUp } from '../../cohorts/setting.ts';
import { type AskWhole, supergraph, wholeGraph } from '../../whole-graph.ts';
import { type Asked, askedOf, type Place } from './places.ts';

const thorough = process.env.npm_lifecycle_event === 'attack';

const texts = {
  'U+0000': 'a\u0000b',
  'half a sign': 'a\ud83d',
  'the other half': '\udca9b',
  nothing: '',
  'a control sign': '\u0001\u001b[2J\u007f\u0085',
  'a sign that is none': '\ufffe\uffff',
  'an override of direction': '\u202e\u2066x',
  'percent, quotes and backslashes': '%00%ff\'"\\\\`$' + '{x}',
  wildcards: '%_*?[',
  'an object': '{"$gt":""}',
  'a path': '../../../etc/passwd',
  'a formula': "=cmd|'/c calc'!A1",
  '300 signs': '李'.repeat(300),
  'a hundred thousand signs': 'x'.repeat(100_000),
} as const;
const days = [
  ...['2026-02-30', '2025-02-29', '0000-01-01', '0001-01-01', '9999-12-31', '2026-13-01'],
  ...['-2026-01-01', '+275760-09-13T00:00:00Z', '2026-01-01T25:61:00Z', 'infinity', 'now', '2026'],
];
const numbers = [0, -1, 1, 2 ** 31 - 1, -(2 ** 31), 1e308, -1e308, 5e-324, 2 ** 53];

/** Names of texts that are days: a text's own rule is all that stands between them and the database. */
const DAY = /(day|date|on|at|from|to|until|since)\W*$/i;

const valuesFor = ({ scalar, where }: Place): readonly unknown[] => {
  if (scalar === 'Int' || scalar === 'Float') return thorough ? numbers : [2 ** 31 - 1, -1];
  if (scalar === 'Boolean') return [];
  const always = [texts['U+0000'], texts['half a sign']];
  if (!thorough)
    return /^(PartialDate|DateTime)$/.test(scalar) || DAY.test(where)
      ? ['2026-02-30', '0000-01-01', ...always]
      : always;
  return [...Object.values(texts), ...days];
};

let setting: Setting;
let ask: AskWhole;
let asked: readonly Asked[];
let institution: string;
beforeAll(async () => {
  setting = await setUp();
  await setting.build();
  ask = await wholeGraph({
    ...{ database: setting.db.database, identityKey: new Uint8Array(32).fill(7) },
    releases: () => setting.releases,
  });
  const schema = buildASTSchema(transformSupergraphToPublicSchema(parse(await supergraph())));
  const known = new Set<string>();
  asked = (['Query', 'Mutation'] as const).flatMap((root) =>
    Object.values(
      schema
        .getRootType(root === 'Query' ? OperationTypeNode.QUERY : OperationTypeNode.MUTATION)
        ?.getFields() ?? {},
    ).map((field) =>
      askedOf(
        root,
        field,
        (samples.arguments as Readonly<Record<string, string>>)[`${root}.${field.name}`] ?? '',
        known,
      ),
    ),
  );
  const sql = postgres(setting.db.ownerUrl, { max: 1, onnotice: () => {} });
  const [row] = await sql<{ id: string }[]>`
    select institution_id as id from basic.care_relationship group by 1 order by count(*) desc limit 1`;
  await sql.end();
  institution = row?.id as string;
}, 300_000);
afterAll(() => setting?.end());

/** As whoever is meant to ask. */
const principalFor = (field: string) => {
  const role = openTo[field]?.[0] as Role;
  const national = ['RESEARCHER', 'POLICYMAKER', 'ADMINISTRATOR', 'PRIVACY_OFFICER'];
  return principalOf(role, national.includes(role) ? null : institution);
};

test('whatever stands at any place of any question, the platform is not at fault', async () => {
  const faults: string[] = [];
  let tries = 0;
  for (const { field, query, places } of asked) {
    const principal = principalFor(field);
    for (const place of places)
      for (const value of valuesFor(place)) {
        const { where, holding } = place;
        tries++;
        const { codes } = await ask(principal, query, holding(value));
        if (codes.includes('INTERNAL_SERVER_ERROR'))
          faults.push(`${where} ${JSON.stringify(value).slice(0, 40)}`);
      }
  }
  expect(faults).toEqual([]);
  expect(tries).toBeGreaterThan(thorough ? 5_000 : 500);
}, 3_600_000);
