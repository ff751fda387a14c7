import type { Label } from '@nodp/terminology';
import { casesOf, type FileCase, MAX_CASES } from './cases.ts';
import { type Difference, differences } from './compare.ts';
import { FieldError } from './fields.ts';
import type { ClinicalRule, Decision } from './rule.ts';

/** What became of one case of a file. */
export interface TriedCase {
  readonly where: string;
  /** The same in both languages. */
  readonly place: Label;
  /** Null where the case could not be read. */
  readonly decision: Decision | null;
  readonly error: {
    readonly field: string;
    readonly message: string;
    /** The same in Chinese. */
    readonly chinese: string;
  } | null;
  /** Null where nothing was expected. */
  readonly differences: readonly Difference[] | null;
}

const DECISION = new Set(['value', 'explanation', 'missing', 'notApplicable']);

/** Whether what is expected is a whole decision, as `cases.json` beside each rule has them, and not its value alone. */
const isDecision = (
  rule: ClinicalRule,
  expected: unknown,
): expected is { readonly value: unknown } =>
  typeof expected === 'object' &&
  expected !== null &&
  'value' in expected &&
  !rule.outputs.includes('value') &&
  Object.keys(expected).every((key) => DECISION.has(key));

const compared = (
  rule: ClinicalRule,
  expected: unknown,
  decision: Decision,
): readonly Difference[] | null => {
  if (expected === undefined) return null;
  if (isDecision(rule, expected)) {
    const { value, ...rest } = expected;
    return [
      ...(compared(rule, value, decision) ?? []),
      ...differences(rest, JSON.parse(JSON.stringify(decision))),
    ];
  }
  if (rule.agrees === undefined) return differences(expected, decision.value);
  return rule.agrees(expected, decision.value) ? [] : [{ at: '', expected, got: decision.value }];
};

/** What a rule makes of one case. */
export const tryCase = (rule: ClinicalRule, one: FileCase): TriedCase => {
  try {
    const decision = rule.decide(one.given);
    return {
      where: one.where,
      place: one.place,
      decision,
      error: null,
      differences: compared(rule, one.expected, decision),
    };
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    const { field, message, chinese } = error;
    return {
      where: one.where,
      place: one.place,
      decision: null,
      error: { field, message, chinese },
      differences: null,
    };
  }
};

/**
 * Tries a rule on the cases of a file: what it answers to each and why, and where that is not what the file expects.
 * Throws `FileError` where the file is not readable as a whole.
 */
export const tryRule = (
  rule: ClinicalRule,
  text: string,
  format: 'csv' | 'json',
  most = MAX_CASES,
): readonly TriedCase[] => casesOf(rule, text, format, most).map((one) => tryCase(rule, one));
