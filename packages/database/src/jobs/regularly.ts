import postgres from 'postgres';

export interface Regularly {
  /** Seconds between two looks. */
  readonly seconds: number;
  /** Hears of a look that failed; the next comes at its time. */
  readonly onError: (error: Error) => void;
}

export interface Stoppable {
  /** Waits for the look that is under way. */
  stop(): Promise<void>;
}

/** Looks now and every so many seconds, as the owner of the tables; while a look is under way the next is left out. */
export const regularly = (
  ownerUrl: string,
  work: (sql: postgres.Sql) => Promise<unknown>,
  { seconds, onError }: Regularly,
): Stoppable => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  let running: Promise<unknown> | null = null;
  const next = () => {
    running ??= work(sql)
      .catch(onError)
      .finally(() => {
        running = null;
      });
  };
  next();
  const timer = setInterval(next, 1000 * seconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await sql.end({ timeout: 2 });
    },
  };
};
