/** What the platform measures of itself each half minute, for who keeps it running. Nothing of it is about a person. */
export interface PlatformFigures {
  readonly version: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Requests answered since the sample before, without those for files, health and metrics. */
  readonly requests: number;
  /** Of these, answered with 500 or more. */
  readonly errors: number;
  /** Milliseconds; null where nothing was asked. */
  readonly p50: number | null;
  readonly p95: number | null;
  /** Longest time in which the process answered nobody, milliseconds. */
  readonly loopDelay: number;
  /** Of the process, bytes. */
  readonly memory: number;
  /** Connections of the application's pool. */
  readonly poolInUse: number;
  readonly poolWaiting: number;
  readonly poolMost: number;
  /** Jobs that wait or run. */
  readonly jobs: number;
  /** Submissions that were received and not answered yet. */
  readonly submissions: number;
  /** Of the database, bytes. */
  readonly databaseBytes: number;
  /** To the server, of `mostConnections`. */
  readonly connections: number;
  readonly mostConnections: number;
  /** Of the disk that holds the home, bytes. */
  readonly diskFree: number;
  readonly diskBytes: number;
  /** When the last file of the log was archived, ISO 8601; null where none was. */
  readonly archivedAt: string | null;
  /** Whether the archiver's last try failed. */
  readonly archiverFails: boolean;
  /** The newest research release, and when it was built; null where there is none. */
  readonly release: number | null;
  readonly releaseBuiltAt: string | null;
}

/** Seconds between two samples. */
export const SAMPLE_SECONDS = 30;
