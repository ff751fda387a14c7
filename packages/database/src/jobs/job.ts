/** What a job is handed while it runs. */
export interface JobWork {
  readonly id: string;
  /** As the request gave them. */
  readonly parameters: unknown;
  /** The account that asked for it. */
  readonly requestedBy: string;
  /** 1 at first; more where the worker of an attempt before ended without an outcome. */
  readonly attempt: number;
  /** Aborts when the job is cancelled or the worker stops. */
  readonly signal: AbortSignal;
  /** @param share of the whole work, 0 to 1 */
  progress(step: string, share: number): Promise<void>;
}

/** What is told of a job that is done; never a row of a patient. */
export type JobResult = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A kind of work that outlives a request. A job that a crash interrupts runs again from its start, so `run` has to
 * leave nothing behind that a second run would trip over.
 */
export interface Job {
  readonly kind: string;
  /** @throws PlatformError for a problem whose message the requester reads; any other error is told as a failure */
  run(work: JobWork): Promise<JobResult>;
}
