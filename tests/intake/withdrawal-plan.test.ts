import type { Session, Statement } from '@nodp/database';
import { rowsOfBefore, upsertInto } from '@nodp/database';
import { testDatabase } from '@nodp/database/testing';
import type { Kind } from '@nodp/record';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { kinds } from '../../apps/gateway/src/kinds.ts';
import { observation } from '../../subgraphs/patients/src/tables.ts';
import { everyone } from '../fixtures.ts';

const key = { sourceType: 'Observation', sourceId: 'a' };
const row = { ...key, patientId: '01900000-0000-7000-8000-0000000000aa' };

const literal = (values: readonly unknown[], type: string): string =>
  `array[${values.map((value) => `'${value}'`).join(', ')}]::${type}`;

/** The plan that PostgreSQL keeps for a statement, as the application asks it. */
const planOf = async (session: Session, { text }: Statement<unknown>, values: unknown[][]) => {
  const plain = (sql: string): Statement<{ queryPlan: string }> => ({ text: sql, bind: () => [] });
  const types = values.map((_, i) => new RegExp(`\\$${i + 1}::(\\w+\\[\\])`).exec(text)?.[1] ?? '');
  await session.run(plain(`prepare asked(${types.join(', ')}) as ${text}`));
  const given = values.map((column, i) => literal(column, types[i] ?? '')).join(', ');
  const rows = await session.run(plain(`explain execute asked(${given})`));
  return rows.map((line) => Object.values(line).join()).join('\n');
};

/** Explains what a work asks of a session, instead of asking it. */
const plansOf = async (work: (session: Session) => Promise<unknown>): Promise<string[]> => {
  await using db = await testDatabase();
  const session = db.database.open(everyone.SYSTEM);
  const plans: string[] = [];
  await work({
    ...session,
    run: async <Row>(statement: Statement<Row>, values = {}) => {
      plans.push(await planOf(session, statement, statement.bind(values) as unknown[][]));
      return [] as Row[];
    },
  });
  await session.close();
  return plans;
};

const tables = Object.values(kinds).flatMap(({ kind, mapping }) =>
  mapping === null ? [] : [[kind, mapping.table] as const],
);

test('records sent again are looked for by their keys in the tables of all kinds by one statement, even by a plan made while the tables were empty', async () => {
  const sought = [{ ...key, tables: tables.map(([kind]) => kind) }];
  const plans = await plansOf((session) => rowsOfBefore<Kind>(tables)(session, sought));
  expect(plans).toHaveLength(1);
  for (const [, table] of tables)
    expect(plans[0]).toContain(`Index Scan using ${getTableConfig(table).name}_by_source on`);
  expect(plans[0]).not.toMatch(/Seq Scan/);
});

test('rows that stand no more are taken away by their keys', async () => {
  const plans = await plansOf((session) => upsertInto(observation).withdraw(session, [row]));
  expect(plans).toHaveLength(1);
  expect(plans[0]).toMatch(/Index Scan using observation_\w+ on observation s/);
  expect(plans[0]).not.toMatch(/Seq Scan/);
});
