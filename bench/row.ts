/** One measurement, as `npm run bench` prints it. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the ratio is taken to, e.g. R 4.2 survival 3.5. */
  readonly comparedWith?: string;
  /** Ours divided by theirs: 0.1 is ten times as fast. */
  readonly ratio?: number;
  readonly note?: string;
}
