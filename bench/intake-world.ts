import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database, migrate, type Principal, startEmbedded } from '@nodp/database';
import type { Intake } from '@nodp/intake';
import postgres from 'postgres';
import { clinicalIntake } from '../apps/gateway/src/fhir/intake.ts';
import { migrations } from '../apps/gateway/src/registry.ts';
import type { ThreadSettings } from '../apps/gateway/src/taking/messages.ts';

const institutionId = '01900000-0000-7000-8000-000000000001';

/** The system of the one hospital that sends. */
export const system: Principal = {
  accountId: 'bench',
  name: { en: 'Bench', zh: '基准' },
  role: 'SYSTEM',
  institutionId,
};

/** LOINC code, unit, a usual value: what a hospital sends most of. */
export const ANALYTES = [
  ['718-7', 'g/dL', 13],
  ['6690-2', '10*3/uL', 6],
  ['777-3', '10*3/uL', 220],
  ['38483-4', 'mg/dL', 0.9],
  ['1975-2', 'mg/dL', 0.7],
  ['2857-1', 'ng/mL', 3],
] as const;

export interface IntakeWorld {
  readonly database: Database;
  readonly intake: Intake;
  /** What a thread of intake works with. */
  readonly threads: ThreadSettings;
}

/** Works with intake into an empty database of its own, which commits durably. */
export const withIntake = async <T>(work: (world: IntakeWorld) => Promise<T>): Promise<T> => {
  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const server = await startEmbedded(home);
  const database = connect(server.applicationUrl);
  try {
    await migrate(server.ownerUrl, migrations);
    const owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
    await owner`insert into basic.institution (id, code, name_en, name_zh, tier, region_code)
      values (${institutionId}, 'B', 'Bench', '基准', 'NATIONAL', '110000')`;
    await owner.end();
    const identityKey = new Uint8Array(32).fill(1);
    return await work({
      ...{ database, intake: clinicalIntake(identityKey) },
      threads: { applicationUrl: server.applicationUrl, identityKey, atOnce: 4 },
    });
  } finally {
    await database.end();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
};
