import type { Disclosed } from '@nodp/disclosure';

export interface ShareAnswer {
  readonly cases: Disclosed;
  /** Of shown counts, so that it tells no more than they; 0 to 1. */
  readonly share: number | null;
}

/** The share that some of the cases are of all, to a thousandth; both as they are shown. */
export const shareOf = (cases: Disclosed, all: Disclosed): ShareAnswer => ({
  cases,
  share:
    cases.value === null || all.value === null
      ? null
      : Number(Math.min(1, cases.value / all.value).toFixed(3)),
});
