/** What kind of thing is to be said: the words of FHIR's issue types, which name what any format may get wrong. */
export type IssueCode =
  | 'business-rule'
  | 'code-invalid'
  | 'conflict'
  | 'duplicate'
  | 'exception'
  | 'forbidden'
  | 'informational'
  | 'invalid'
  | 'invariant'
  | 'login'
  | 'multiple-matches'
  | 'not-found'
  | 'not-supported'
  | 'required'
  | 'structure'
  | 'too-costly'
  | 'too-long'
  | 'transient'
  | 'value';

import type { Words } from './csv/profile.ts';

/** Something to say about a place of a submission, whatever form it came in. */
export interface Issue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  readonly code: IssueCode;
  /** Entry and path, in the words of the form: `Bundle.entry[3].resource.effectiveDateTime`; empty for the whole. */
  readonly where: string;
  /** What is wrong, and how it is corrected. */
  readonly message: string;
  /** What is wrong and how it is corrected apart, in both languages, where the form of the submission says it itself. */
  readonly words?: { readonly reason: Words; readonly remedy: Words };
  /** The edit that found it, by its id. */
  readonly edit?: string;
}
