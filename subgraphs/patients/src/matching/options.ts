/** How the whole pool is matched. */
export interface MatchOptions {
  /** What is being done, and how much of it is, 0 to 1; waited for. */
  readonly onProgress: (
    step: 'KEYS' | 'BLOCKING' | 'LEARNING' | 'COMPARING',
    done: number,
  ) => unknown;
  readonly signal: AbortSignal;
  /** Pairs to a transaction. */
  readonly batch?: number | undefined;
}
