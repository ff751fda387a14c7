import type { Session, Statement } from '@nodp/database';
import { upsertInto } from '@nodp/database';
import { testDatabase } from '@nodp/database/testing';
import { expect, test } from 'vitest';
import { observation } from '../../subgraphs/patients/src/tables.ts';
import { everyone } from '../fixtures.ts';

const uuid = '01900000-0000-7000-8000-0000000000aa';
const literal = (values: readonly string[], type: string): string =>
  `array[${values.map((value) => `'${value}'`).join(', ')}]::${type}[]`;

/** The plan that PostgreSQL keeps for a statement, as the application asks it. */
const planOf = async (session: Session, { text }: Statement<unknown>, values: string[][]) => {
  const plain = (sql: string): Statement<{ queryPlan: string }> => ({
    text: sql,
    bind: () => [],
  });
  const types = values.map((_, i) => (i === 0 || i === 5 ? 'uuid' : 'text'));
  await session.run(
    plain(`prepare asked(${types.map((type) => `${type}[]`).join(', ')}) as ${text}`),
  );
  const given = values.map((column, i) => literal(column, types[i] ?? 'text')).join(', ');
  const rows = await session.run(plain(`explain execute asked(${given})`));
  return rows.map((row) => Object.values(row).join()).join('\n');
};

test('records sent again are looked for by their keys, even by a plan made while the table was empty', async () => {
  await using db = await testDatabase();
  const session = db.database.open(everyone.SYSTEM);
  const plans: string[] = [];
  const explaining: Session = {
    ...session,
    run: async <Row>(statement: Statement<Row>, values = {}) => {
      plans.push(await planOf(session, statement, statement.bind(values) as string[][]));
      return [] as Row[];
    },
  };
  const record = { patientId: uuid, sourceType: 'Observation', sourceId: 'a' };
  await upsertInto(observation).withdraw(explaining, [{ ...record, isNew: true }], [record]);
  await session.close();
  expect(plans).toHaveLength(1);
  expect(plans[0]).toMatch(/Index Scan using observation_by_source on observation s/);
  expect(plans[0]).not.toMatch(/Seq Scan/);
});
