import type { Session } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { fhir, type IngestResult, type Intake, ingest } from '@nodp/intake';
import postgres from 'postgres';
import { clinicalIntake } from '../../apps/gateway/src/fhir/index.ts';
import { everyone, identityKey, insertHospitals } from '../fixtures.ts';

export const intake: Intake = clinicalIntake(identityKey);

/** A migrated database with two hospitals, and the owner's view of it. */
export interface Setting extends TestDatabase {
  readonly owner: postgres.Sql;
  /** Sends content as the first hospital's system account. */
  send(content: unknown): Promise<IngestResult>;
  count(table: string, where?: string): Promise<number>;
}

const bytes = (content: unknown): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(JSON.stringify(content));

export const send = (session: Session, content: unknown): Promise<IngestResult> =>
  ingest(session, intake, { channel: 'test', content: bytes(content), format: fhir(intake) });

export const setUp = async (): Promise<Setting> => {
  const db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  const owner = postgres(db.ownerUrl, { max: 2, onnotice: () => {} });
  const end = async () => {
    await owner.end();
    await db.end();
  };
  return {
    ...db,
    owner,
    end,
    [Symbol.asyncDispose]: end,
    send: (content) => db.database.session(everyone.SYSTEM, (session) => send(session, content)),
    count: async (table, where = 'true') => {
      const [row] = await owner.unsafe(`select count(*)::int as n from ${table} where ${where}`);
      return Number(row?.n);
    },
  };
};
