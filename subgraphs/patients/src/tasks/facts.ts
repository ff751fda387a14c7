import type { Precision } from '@nodp/oncology';
import type { Label } from '@nodp/terminology';
import type { SurveyedRow } from '../surveillance/surveyed-rows.ts';

/** A row of `patients.task_facts`: what the kinds of tasks ask of a patient. */
export interface TaskFacts extends SurveyedRow {
  readonly dead: boolean;
  /** Institutions in whose care the patient is. */
  readonly care: readonly string[];
  /** Open alerts of a recurrence. */
  readonly alerts: readonly {
    readonly id: string;
    readonly ruleId: string;
    readonly ruleVersion: number;
    readonly raisedOn: string;
    readonly explanation: readonly Label[];
  }[];
  readonly findings: readonly {
    readonly institutionId: string;
    readonly findingKey: string;
    readonly code: string;
    readonly ruleVersion: number;
    readonly foundOn: string;
    readonly sentence: Label;
  }[];
  /** Days are of the national calendar. */
  readonly contacts: readonly {
    readonly id: string;
    readonly institutionId: string;
    readonly status: string;
    readonly on: string;
    readonly what: string | null;
  }[];
  /** Contacts that people tried, as they said in their worklist. */
  readonly attempts: readonly {
    readonly institutionId: string;
    readonly on: string;
    readonly result: string;
  }[];
  /** Open alerts of symptoms that a patient reported by a link, at the institution that asked. */
  readonly symptoms: readonly {
    readonly id: string;
    readonly institutionId: string;
    readonly term: number;
    readonly because: 'COMPOSITE_3' | 'RISE';
    readonly grade: number;
    readonly fromGrade: number | null;
    readonly ruleVersion: number;
    readonly raisedOn: string;
  }[];
  /** Rounds of screening, of every institution. */
  readonly screening: readonly {
    readonly institutionId: string;
    readonly programme: string;
    readonly invitedOn: string | null;
    readonly invitedPrecision: Precision | null;
    readonly declinedOn: string | null;
    readonly declinedPrecision: Precision | null;
    readonly testedOn: string | null;
    readonly testedPrecision: Precision | null;
    readonly test: string | null;
    readonly result: string | null;
  }[];
  /** Primaries, of patients of whom a round of screening is recorded. */
  readonly tumours: readonly {
    readonly siteGroup: string | null;
    readonly behaviour: string | null;
    readonly broadStage: string | null;
    readonly on: string | null;
    readonly precision: Precision | null;
  }[];
  /** Cases of tumour boards that were not withdrawn, with the latest version of what was decided. */
  readonly board: readonly {
    readonly id: string;
    readonly institutionId: string;
    readonly meeting: string;
    readonly meetingOn: string;
    readonly cancelled: boolean;
    readonly question: string;
    readonly decided: {
      readonly version: number;
      readonly decision: string;
      readonly on: string;
      readonly dueOn: string | null;
      /** Whether somebody said what became of it. */
      readonly ended: boolean;
    } | null;
  }[];
  /** Final results of the last weeks that may be critical, in canonical units. */
  readonly critical: readonly {
    readonly id: string;
    readonly institutionId: string;
    readonly on: string;
    readonly code: string;
    readonly value: number;
    readonly comparator: string | null;
    readonly unit: string;
  }[];
  /** Quality indicators that institutions do not meet of the patient. */
  readonly unmet: readonly {
    readonly institutionId: string;
    readonly tumourId: string;
    readonly code: string;
    readonly diagnosedOn: string;
  }[];
  /** Records that edits hold, at the institution that sent them, until somebody decides. */
  readonly held: readonly {
    readonly id: string;
    readonly institutionId: string;
    readonly type: string;
    readonly on: string;
    readonly edits: readonly string[];
    readonly editsVersion: number;
    /** Of the first edit that holds it. */
    readonly reason: Label;
  }[];
  /** Referrals of a year that were made by or to institutions. Days are of the national calendar. */
  readonly referrals: readonly {
    readonly id: string;
    readonly institutionId: string;
    readonly toInstitutionId: string;
    readonly fromName: Label;
    readonly toName: Label;
    readonly on: string;
    /** The last day. */
    readonly until: string;
    readonly state: 'WAITING' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN' | 'ANSWERED';
    readonly question: string;
    /** The answer, or why it was declined or withdrawn. */
    readonly words: string | null;
    /** When it was decided on or ended last. */
    readonly changedOn: string | null;
  }[];
  readonly imaging: readonly { readonly on: string; readonly modality: string }[];
  readonly visits: readonly string[];
  readonly procedures: readonly { readonly on: string; readonly words: string }[];
}
