import type { TableName } from '@nodp/warehouse';

export type ProjectState =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'QUESTIONS'
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'REPORTED'
  | 'ENDED'
  | 'REJECTED'
  | 'WITHDRAWN';

export type ProjectStepKind =
  | 'SUBMIT'
  | 'ASK'
  | 'ANSWER'
  | 'CONFLICT'
  | 'VOTE'
  | 'APPROVE'
  | 'REJECT'
  | 'AMEND'
  | 'RENEW'
  | 'SUSPEND'
  | 'RESUME'
  | 'REPORT'
  | 'END'
  | 'WITHDRAW';

/** What may be done with a data element; each is granted by itself and none implies another. */
export type Permission = 'AGGREGATES' | 'ROWS' | 'EXPORT';

/** A column of a release, and what is asked or granted of it. */
export interface GrantedElement {
  readonly table: TableName;
  readonly column: string;
  readonly permissions: readonly Permission[];
}

export interface Member {
  readonly account: string;
  readonly name: string;
  readonly institution: string;
}

/** What a project applies for. */
export interface Application {
  readonly purpose: string;
  readonly questions: string;
  readonly elements: readonly GrantedElement[];
  /** Numbers of releases. */
  readonly releases: readonly number[];
  /** Site groups; empty for every one. */
  readonly sites: readonly string[];
  /** Digest of a saved cohort, where the population is one; null otherwise. */
  readonly cohort: string | null;
  /** Whom it studies, in words. */
  readonly population: string;
  readonly team: readonly Member[];
  readonly ethicsNumber: string;
  /** YYYY-MM-DD, the last day. */
  readonly until: string;
  readonly funding: string;
  readonly publicationPlan: string;
}

/** What an active project asks to be changed. */
export interface Pending {
  readonly kind: 'AMEND' | 'RENEW';
  readonly application: Application;
}

export type Ballot = 'YES' | 'NO' | 'ABSTAIN';

/** What a step has beside its words. */
export interface StepDetail {
  readonly ballot?: Ballot;
  readonly conditions?: string;
  readonly countsPerDay?: number;
  readonly until?: string;
}

/** A step as its row says. */
export interface StepRow {
  readonly projectId: string;
  readonly number: number;
  readonly kind: ProjectStepKind;
  readonly round: number;
  readonly byId: string;
  readonly byName: { readonly en: string; readonly zh: string };
  readonly at: string;
  readonly words: string;
  readonly detail: StepDetail;
}
