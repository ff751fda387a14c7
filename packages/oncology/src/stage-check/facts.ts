import type { Label } from '@nodp/terminology';
import type { PartialDate } from '../dates/partial-date.ts';
import type { Classification } from '../stage-group/classification.ts';
import type { FactorValues } from '../stage-group/factors.ts';
import type { Categories } from '../stage-group/staged-tumour.ts';

/** Something recorded, and where: the report, test or treatment that says it. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly source: Label;
}

/** One stage as sent, with what else is recorded of the tumour it stages. */
export interface CheckedStage {
  /** Chapters by name; where null they follow from topography and morphology. */
  readonly chapters: readonly string[] | null;
  readonly topography: string | null;
  readonly morphology: string | null;
  readonly diagnosed: PartialDate | null;
  readonly classification: Classification | null;
  readonly assessed: PartialDate | null;
  /** The group as sent; null where none was. */
  readonly group: Sourced<string> | null;
  /** The edition said with it. */
  readonly edition: number | null;
  readonly categories: Categories;
  /** Where the categories are from. */
  readonly categorySource: Label;
  readonly factors: FactorValues;
  /** Greatest dimension in millimetres. */
  readonly sizeMm: Sourced<number> | null;
  readonly nodesPositive: Sourced<number> | null;
  /** Resections of the tumour; null where the record holds nothing of treatment. */
  readonly operations: readonly Sourced<PartialDate>[] | null;
  /** Systemic treatment and radiotherapy before the assessment; null where the record holds nothing of treatment. */
  readonly treatedBefore: boolean | null;
  /** Whether a distant metastasis is recorded by the time of the assessment; null where that cannot be said. */
  readonly metastasis: Sourced<boolean> | null;
  /** Other groups sent of the same tumour with the same classification. */
  readonly otherGroups: readonly Sourced<string>[];
}

/** Every rule of the stage check, by the code of what it finds. */
export const FINDING_CODES = [
  'group-differs',
  'categories-missing',
  'category-does-not-exist',
  'edition-not-of-date',
  'size-contradicts-t',
  'nodes-contradict-n',
  'pathological-without-operation',
  'pathological-before-operation',
  'post-treatment-without-treatment',
  'm1-without-metastasis',
  'metastasis-with-m0',
  'in-situ-with-spread',
  'behaviour-contradicts-t',
  'm-read-as-m0',
  'stages-disagree',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** A contradiction of two sources, or what makes a stage doubtful. Nothing sent is changed by it. */
export interface Finding {
  readonly code: FindingCode;
  readonly sentence: Label;
  /** Where both sides are from. */
  readonly sources: readonly Label[];
}

/** The rules on which the checks stand, as the second source of a finding. */
export const ruleSource = (en: string, zh: string): Label => ({ en, zh });
