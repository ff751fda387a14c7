/** What keeps an expression from being read or run, and where in it that stands. */
export class CirceError extends Error {
  override readonly name = 'CirceError';

  readonly at: string;

  /** @param at place within the expression, e.g. `PrimaryCriteria.CriteriaList.0.Measurement.ValueAsNumber` */
  constructor(at: string, reason: string) {
    super(at === '' ? reason : `${at}: ${reason}`);
    this.at = at;
  }
}
