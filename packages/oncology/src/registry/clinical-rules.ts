import { STAGE_CHECK } from '../stage-check/rule.ts';
import { STAGE_GROUP } from '../stage-group/rule.ts';
import type { ClinicalRule } from './rule.ts';

export type ClinicalRuleId = 'stage-check' | 'stage-group';

/** Every rule that a clinical board may try and switch on, once: the compiler asks for each id. */
export const CLINICAL_RULES: Readonly<Record<ClinicalRuleId, ClinicalRule>> = {
  'stage-check': STAGE_CHECK,
  'stage-group': STAGE_GROUP,
};

/** The rule of an id; null where there is none. */
export const clinicalRuleOf = (id: string): ClinicalRule | null =>
  Object.hasOwn(CLINICAL_RULES, id) ? CLINICAL_RULES[id as ClinicalRuleId] : null;
