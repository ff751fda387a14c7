import { CLINICAL_RULES, type ClinicalRuleId } from '../../registry/clinical-rules.ts';
import { FieldError } from '../../registry/fields.ts';
import type { Json } from '../../registry/rule.ts';

/** What a rule of the platform answers; null where values are missing, or one is none that the rule takes (a result of nothing). */
export const ruled = (
  rule: ClinicalRuleId,
  given: Readonly<Record<string, unknown>>,
): Json | null => {
  try {
    return CLINICAL_RULES[rule].decide(given).value;
  } catch (error) {
    if (error instanceof FieldError) return null;
    throw error;
  }
};
