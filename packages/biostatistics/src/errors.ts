/** What can be wrong with a request to an estimator. */
export type BiostatisticsErrorCode =
  | 'empty'
  | 'lengths-differ'
  | 'not-finite'
  | 'negative-value'
  | 'negative-time'
  | 'zero-person-years'
  | 'out-of-range'
  | 'one-group'
  | 'no-events'
  | 'complete-separation'
  | 'not-converged'
  | 'singular'
  | 'too-few'
  | 'unknown-category'
  | 'aborted';

/** Which argument is at fault, and at which position when it is an array. */
export type ErrorPlace = { readonly argument: string; readonly index?: number };

/**
 * The one error this package throws. `code` is for programs, `message` is for people and says
 * how to correct the input, `where` names the argument.
 */
export class BiostatisticsError extends Error {
  override readonly name = 'BiostatisticsError';
  readonly code: BiostatisticsErrorCode;
  readonly where: ErrorPlace;

  constructor(code: BiostatisticsErrorCode, where: ErrorPlace | string, message: string) {
    const place = typeof where === 'string' ? { argument: where } : where;
    super(`${place.argument}${place.index === undefined ? '' : `[${place.index}]`}: ${message}`);
    this.code = code;
    this.where = place;
  }
}
