import { PgBoss } from 'pg-boss';

/** The schema of pg-boss: made and migrated by the owner, closed to the application role. */
const schema = 'pgboss';

/** A worker that says nothing for this long has ended (s). Its host may be another, so no lock tells. */
const heartbeatSeconds = 60;

/** How often a job whose worker ended is begun again. */
const retryLimit = 3;

/** A notification wakes a worker at once; it asks by itself this often (s), in case one was lost. */
const pollingIntervalSeconds = 30;

export interface Queue {
  /** Queues a job under its own id; a second time changes nothing. */
  add(kind: string, id: string): Promise<void>;
  /** Gives a job back whose worker ended: it is begun again, or fails after the last attempt. */
  giveBack(kind: string, id: string): Promise<void>;
  drop(kind: string, id: string): Promise<void>;
  /** Wakes the workers. */
  wake(): void;
  stop(): Promise<void>;
}

/** @param run does a job; where it throws, the job is begun again */
export const openQueue = async (
  ownerUrl: string,
  kinds: readonly string[],
  run: (kind: string, id: string) => Promise<void>,
  onError: (error: Error) => void,
): Promise<Queue> => {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema,
    max: 2,
    schedule: false,
    registerInstance: false,
    // A platform has some jobs a day: nothing to rebuild, and no vacuum to watch.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', onError);
  await boss.start();
  const workers: string[] = [];
  for (const kind of kinds) {
    const options = { retryLimit, heartbeatSeconds, expireInSeconds: 12 * 60 * 60 };
    await boss.createQueue(kind, options);
    await boss.updateQueue(kind, options);
    workers.push(
      await boss.work(kind, { pollingIntervalSeconds }, async ([job]) => {
        if (job !== undefined) await run(kind, job.id);
      }),
    );
  }
  return {
    add: async (kind, id) => {
      await boss.send(kind, {}, { id });
    },
    giveBack: async (kind, id) => {
      await boss.fail(kind, id, { message: 'The worker ended.' });
    },
    drop: async (kind, id) => {
      await boss.cancel(kind, id);
    },
    wake: () => {
      for (const worker of workers) boss.notifyWorker(worker);
    },
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
};
