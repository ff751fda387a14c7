import type { Label } from '@nodp/terminology';

export type ProblemCode =
  | 'not-one-field'
  | 'misshapen'
  | 'empty-choice'
  | 'unknown-code'
  | 'range-reversed'
  | 'range-open'
  | 'out-of-range'
  | 'least-out-of-range'
  | 'too-deep'
  | 'too-large'
  | 'nothing-asked'
  | 'never-true'
  | 'said-twice'
  | 'immortal-time'
  | 'not-in-release'
  | 'isolates'
  | 'near-shown';

export interface Problem {
  readonly code: ProblemCode;
  /** An `error` cannot be run; a `warning` can, and is likely not what was meant. */
  readonly severity: 'error' | 'warning';
  /** Where in the definition: `all.2.site.0`; empty for the root. */
  readonly path: string;
  readonly message: Label;
}

/**
 * Takes down a problem of a criterion's value; an `error` unless said otherwise.
 * @param at place within the value, e.g. `drugs.1`; empty for the whole
 */
export type Report = (
  code: ProblemCode,
  at: string,
  message: Label,
  severity?: Problem['severity'],
) => void;

/** A place within a place. */
export const within = (path: string, at: string | number): string =>
  path === '' ? String(at) : at === '' ? path : `${path}.${at}`;
