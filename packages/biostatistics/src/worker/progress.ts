/** Receives the share of the work done, 0 to 1. */
export type ProgressListener = (share: number) => void;

/** An option of estimators that take long. */
export interface Reporting {
  /** Told the share of the work done as the estimator goes on, however often. */
  readonly onProgress?: ProgressListener | undefined;
}

/** A listener that passes on each per cent once, so that a message between threads is sent a hundred times at most. */
export const eachPerCent = (to: ProgressListener): ProgressListener => {
  let reported = 0;
  return (share) => {
    if (share < reported + 0.01) return;
    reported = share;
    to(share);
  };
};
