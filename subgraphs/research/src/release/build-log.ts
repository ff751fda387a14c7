import { PlatformError } from '@nodp/database';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { releaseBuild } from '../tables.ts';
import type { BuildProgress, BuildStep } from './build-progress.ts';

/** Writes how far a build is into `research.release_build`, where every process can read it. */
export interface BuildLog {
  readonly id: string;
  tell(step: BuildStep, share: number): Promise<void>;
  finish(number: number): Promise<void>;
  fail(error: unknown): Promise<void>;
  close(): Promise<void>;
}

/** So that a build whose process was killed is told from one that takes its time. */
const HEARTBEAT = 5_000;

/** The reason as an operator reads it; never a row's content. */
const reasonOf = (error: unknown): string => {
  if (error instanceof PlatformError) return error.message;
  if (error instanceof Error && error.name === 'AbortError') return 'Stopped on request.';
  return 'The build failed; the server log says why.';
};

export const openLog = async (
  ownerUrl: string,
  startedBy: string,
  onProgress?: (progress: BuildProgress) => void,
): Promise<BuildLog> => {
  const connection = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const database = drizzle(connection);
  const id = uuidv7();
  await database.insert(releaseBuild).values({ id, startedBy });
  const state = (values: Partial<typeof releaseBuild.$inferInsert>) =>
    database
      .update(releaseBuild)
      .set({ ...values, seenAt: sql`now()` })
      .where(eq(releaseBuild.id, id));
  const beat = setInterval(() => {
    // A beat that is lost is followed by the next; a lost database stops the build itself.
    state({}).catch(() => {});
  }, HEARTBEAT);
  return {
    id,
    tell: async (step, share) => {
      onProgress?.({ step, share });
      await state({ step, share });
    },
    finish: async (number) => {
      onProgress?.({ step: 'DONE', share: 1 });
      await state({ state: 'DONE', step: 'DONE', share: 1, releaseNumber: number });
    },
    fail: async (error) => {
      await state({ state: 'FAILED', problem: reasonOf(error) });
    },
    close: async () => {
      clearInterval(beat);
      await connection.end({ timeout: 5 });
    },
  };
};
