import { startWorker, type Worker } from '@nodp/database/jobs/worker';
import { releaseBuildJob } from '@nodp/subgraph-research';
import postgres from 'postgres';
import { afterAll, beforeAll } from 'vitest';
import { type Setting, setUp } from './setting.ts';

export let setting: Setting;
export let sql: postgres.Sql;
let worker: Worker;
export const resources = () => ({ releases: setting.releases });

export const building = '{ releaseBuild { state step share problem { en } releaseNumber } }';

/** Sets up before the tests of the file that calls it, and ends after them. */
export const withCounts = (): void => {
  beforeAll(async () => {
    setting = await setUp();
    sql = postgres(setting.db.ownerUrl, { max: 1, onnotice: () => {} });
    worker = await startWorker(setting.db.ownerUrl, {
      jobs: [releaseBuildJob({ ...setting.options, engine: 'duckdb' })],
      onError: (error) => {
        throw error;
      },
    });
  }, 120_000);
  afterAll(async () => {
    await worker.stop();
    await sql.end();
    await setting.end();
  });
};
