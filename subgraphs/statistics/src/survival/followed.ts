/** Cases with a known time of follow-up, one by one: exact, not to be shown. All lists are of one length. */
export interface FollowedCases {
  /** Cell of each in a table. A case that several cells hold is there several times. */
  readonly cell: Int32Array;
  /** Days from diagnosis to death or last contact. */
  readonly days: Float64Array;
  /** Whether that was death. */
  readonly died: Uint8Array;
  /** Completed years at diagnosis; 90 for 90 and more, -1 where not known. */
  readonly age: Int16Array;
  /** Middle of the month of diagnosis, days since 1970-01-01. */
  readonly date: Float64Array;
  /** 0 female, 1 male, 2 other or not known. */
  readonly sex: Uint8Array;
  /** Last day of follow-up of all, days since 1970-01-01. */
  readonly closing: number;
}

/** The same with when each was first reported. */
export interface ReportedCases extends FollowedCases {
  /** Days from diagnosis to the first report; -1 where not known. */
  readonly registered: Int32Array;
  /** Whether a neoplasm was the cause of death: 1 or 0; -1 of who lives, and where no cause is known. */
  readonly cancerDeath: Int8Array;
}

/** Which cases an approach takes, and from when each is observed. */
export interface Observation {
  /** Rows of the followed cases. */
  readonly rows: Int32Array;
  /** Days from diagnosis on which observation of each begins; null where all are observed from diagnosis. */
  readonly entry: Float64Array | null;
  /** Last day of each, and whether it died on it. */
  readonly time: Float64Array;
  readonly status: Uint8Array;
}

/** Rows of each cell of a table. */
export const rowsByCell = ({ cell }: FollowedCases, cells: number): readonly Int32Array[] => {
  const starts = new Int32Array(cells + 1);
  for (let row = 0; row < cell.length; row++) {
    const next = (cell[row] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let at = 0; at < cells; at++)
    starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  const next = starts.slice();
  const rows = new Int32Array(cell.length);
  for (let row = 0; row < cell.length; row++) {
    const at = cell[row] as number;
    const place = next[at] as number;
    rows[place] = row;
    next[at] = place + 1;
  }
  return Array.from({ length: cells }, (_, at) => rows.subarray(starts[at], starts[at + 1]));
};
