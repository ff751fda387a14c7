/** Receives the share of the work done, 0 to 1. */
export type ProgressListener = (share: number) => void;

let listener: ProgressListener | undefined;
let reported = 0;

/** Runs `work` with its progress sent to `to`; one listener a thread at a time. */
export function withProgress<T>(to: ProgressListener, work: () => T): T {
  const outer = listener;
  listener = to;
  reported = 0;
  try {
    return work();
  } finally {
    listener = outer;
  }
}

/**
 * Called by estimators as they go on. Free when nobody listens; otherwise passed on each per cent.
 *
 * @param share of the work done, 0 to 1
 */
export function reportProgress(share: number): void {
  if (listener === undefined || share < reported + 0.01) return;
  reported = share;
  listener(share);
}
