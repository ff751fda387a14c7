/** A backup as its retention looks at it. */
export interface RetainedBackup {
  /** Begins with the instant, so that ids sort by time. */
  readonly id: string;
  /** Whether a restore of it was tried and was whole; null where nobody tried. */
  readonly verified: boolean | null;
}

/**
 * Which backups go so that the newest `keep` good ones stay. One that failed its trial counts for nothing and goes once that many
 * good ones are newer; the last that was verified stays however old it is, and while none was, so does the last one.
 * @param keep at least 1
 */
export const superfluous = (backups: readonly RetainedBackup[], keep: number): string[] => {
  const newestFirst = backups.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const good = newestFirst.filter(({ verified }) => verified !== false);
  const retained = new Set(good.slice(0, keep).map(({ id }) => id));
  const verified = newestFirst.find((backup) => backup.verified === true);
  if (verified !== undefined) retained.add(verified.id);
  const oldestRetained = good.slice(0, keep).at(-1);
  if (good.length < keep || oldestRetained === undefined) return [];
  return newestFirst
    .filter(({ id }) => !retained.has(id) && id < oldestRetained.id)
    .map(({ id }) => id);
};
