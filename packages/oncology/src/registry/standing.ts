import { CLINICAL_RULES, type ClinicalRuleId } from './clinical-rules.ts';
import type { ClinicalRule, Mark } from './rule.ts';

/** A decision of the clinical board on a rule. */
export interface RuleSwitch {
  readonly ruleId: string;
  readonly version: number;
  readonly inForce: boolean;
  /** Whether the board compared the rule with its source. */
  readonly confirmed: boolean;
}

/**
 * In force from the installation on: they compare what was sent with tables and say nothing of what to do. Every other rule
 * waits for the board.
 */
const FROM_INSTALLATION: ReadonlySet<ClinicalRuleId> = new Set(['stage-group', 'stage-check']);

/** Whether a rule is shown on patients' pages, and why. */
export interface Standing {
  readonly inForce: boolean;
  /** `default`: the board has not decided; `other-version`: it decided on another version than the one installed. */
  readonly because: 'default' | 'board' | 'other-version';
  /** The rule's own mark, or `confirmed` once the board compared this version with its source. */
  readonly mark: Mark | 'confirmed';
}

/** @param last the latest switch of the rule; null where there was none */
export const standingOf = (
  rule: Pick<ClinicalRule, 'id' | 'version' | 'mark'>,
  last: RuleSwitch | null,
): Standing => {
  if (last === null)
    return {
      inForce: FROM_INSTALLATION.has(rule.id as ClinicalRuleId),
      because: 'default',
      mark: rule.mark,
    };
  // What the board tried is not what is installed: a switch off holds all the same.
  if (last.version !== rule.version)
    return { inForce: false, because: 'other-version', mark: rule.mark };
  return {
    inForce: last.inForce,
    because: 'board',
    mark: last.confirmed ? 'confirmed' : rule.mark,
  };
};

/** The ids of the rules in force. */
export const rulesInForce = (switches: readonly RuleSwitch[]): ReadonlySet<string> => {
  const last = new Map(switches.map((one) => [one.ruleId, one]));
  return new Set(
    Object.values(CLINICAL_RULES)
      .filter((rule) => standingOf(rule, last.get(rule.id) ?? null).inForce)
      .map(({ id }) => id),
  );
};
