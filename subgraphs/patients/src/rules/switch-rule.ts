import { sqlStatement } from '@nodp/database';
import { ruleSwitch } from '@nodp/database/tables';
import type { SubgraphContext } from '@nodp/graph';
import { clinicalRuleOf } from '@nodp/oncology';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { MutationSwitchClinicalRuleArgs, RuleProblem } from '../generated/resolvers.ts';
import type { RuleSwitchRow, RuleWithSwitches } from './rule-rows.ts';

const REASON = { least: 10, most: 500 };

const p = sql.placeholder;
const add = sqlStatement<never>(sql`
  insert into ${ruleSwitch} (id, rule_id, version, in_force, confirmed, reason, switched_by)
  values (${p('id')}::uuid, ${p('rule')}, ${p('version')}::int, ${p('inForce')}::boolean, ${p('confirmed')}::boolean,
    ${p('reason')}, ${p('by')})`);
const ofRule = sqlStatement<RuleSwitchRow>(sql`
  select * from ${ruleSwitch} where rule_id = ${p('rule')} order by switched_at, id`);

interface Change {
  readonly rule: RuleWithSwitches | null;
  readonly problem: RuleProblem | null;
}

/** Does what the board decided, recorded in the audit before it is done. */
export const switchRule = async (
  { rule: id, version, inForce, confirmed, reason: written }: MutationSwitchClinicalRuleArgs,
  { session, principal }: SubgraphContext,
): Promise<Change> => {
  const rule = clinicalRuleOf(id);
  if (rule === null) return { rule: null, problem: 'NO_RULE' };
  const now = async (problem: RuleProblem | null): Promise<Change> => ({
    rule: { rule, switches: await session.run(ofRule, { rule: id }) },
    problem,
  });
  if (principal.institutionId !== null) return now('NOT_NATIONAL');
  if (version !== rule.version) return now('OTHER_VERSION');
  const reason = written.trim();
  if (reason.length < REASON.least || reason.length > REASON.most) return now('REASON');
  const decision = { rule: id, version, inForce, confirmed, reason };
  await session.audit('change', [], decision);
  await session.run(add, { id: uuidv7(), by: principal.accountId, ...decision });
  return now(null);
};
