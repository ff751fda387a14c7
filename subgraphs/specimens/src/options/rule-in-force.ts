import { query, statement } from '@nodp/database';
import { ruleSwitch } from '@nodp/database/tables';
import type { SubgraphContext } from '@nodp/graph';
import { rulesInForce } from '@nodp/oncology';
import { asc, eq } from 'drizzle-orm';

const RULE = 'civic-evidence';

const switches = statement(
  query
    .select()
    .from(ruleSwitch)
    .where(eq(ruleSwitch.ruleId, RULE))
    .orderBy(asc(ruleSwitch.switchedAt), asc(ruleSwitch.id)),
);

/** Whether the clinical board has the look-up of evidence in force. Read once a request. */
export const evidenceIsInForce = async ({ session }: SubgraphContext): Promise<boolean> =>
  rulesInForce(await session.run(switches)).has(RULE);
