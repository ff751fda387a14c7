/**
 * Every advisory lock of the platform. PostgreSQL's advisory locks share one space of numbers over the whole
 * database, so two purposes with one number wait for each other; a test keeps the numbers unique and the literals out
 * of every other file. The tally of the patient list locks an institution by a 64-bit hash of its own in SQL
 * (`patients.listed_tally …`), which meets none of these small numbers; so does the worker of a job (`jobLock`).
 */
export const LOCKS = {
  /** One migrator at a time: two processes that start at once would otherwise race. */
  migration: 7_305_901,
  /** One build of a release at a time over the whole database. */
  releaseBuild: 7_305_902,
  /** One import of literature at a time: several keys match an article, which no constraint covers at once. */
  literatureImport: 7_305_903,
  /** One recomputation of stored summaries at a time; a second waits and then finds nothing to do. */
  recomputation: 7_305_904,
  /** One backup at a time: the second would remove what the first has not finished. */
  backup: 7_305_905,
  /** One job imports files: a second would take up the files that the first is at. */
  fileImports: 7_305_906,
} as const;

/** The text whose 64-bit hash a worker locks while it runs a job: a lock that is free tells that the worker ended. */
export const jobLock = (id: string): string => `basic.job ${id}`;
