import { query, statement } from '@nodp/database';
import { ruleSwitch } from '@nodp/database/tables';
import type { SubgraphContext } from '@nodp/graph';
import { CLINICAL_RULES, type ClinicalRule, rulesInForce, standingOf } from '@nodp/oncology';
import { asc } from 'drizzle-orm';

const all = statement(
  query.select().from(ruleSwitch).orderBy(asc(ruleSwitch.switchedAt), asc(ruleSwitch.id)),
);

export type RuleSwitchRow = NonNullable<(typeof all)['row']>;

/** A rule with what the board decided on it, in the order of time. */
export interface RuleWithSwitches {
  readonly rule: ClinicalRule;
  readonly switches: readonly RuleSwitchRow[];
}

/** Read once a request. */
const everySwitch = ({ session }: SubgraphContext): Promise<RuleSwitchRow[]> => session.run(all);

/** The ids of the clinical rules that patients' pages show. */
export const inForce = async (context: SubgraphContext): Promise<ReadonlySet<string>> =>
  rulesInForce(await context.once(everySwitch));

export const standOf = ({ rule, switches }: RuleWithSwitches) =>
  standingOf(rule, switches.at(-1) ?? null);

export const listRules = async (context: SubgraphContext): Promise<RuleWithSwitches[]> => {
  const byRule = Map.groupBy(await context.once(everySwitch), ({ ruleId }) => ruleId);
  return Object.values(CLINICAL_RULES).map((rule) => ({
    rule,
    switches: byRule.get(rule.id) ?? [],
  }));
};

/** The ids of the rules whose installed version the board compared with its source. */
export const confirmedRules = async (context: SubgraphContext): Promise<ReadonlySet<string>> =>
  new Set(
    (await listRules(context))
      .filter((rule) => standOf(rule).mark === 'confirmed')
      .map(({ rule }) => rule.id),
  );
