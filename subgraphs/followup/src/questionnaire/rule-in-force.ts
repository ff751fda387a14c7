import { query, type Session, statement } from '@nodp/database';
import { ruleSwitch } from '@nodp/database/tables';
import { PRO_CTCAE_COMPOSITE, rulesInForce } from '@nodp/oncology';
import { asc, eq } from 'drizzle-orm';

const switches = statement(
  query
    .select()
    .from(ruleSwitch)
    .where(eq(ruleSwitch.ruleId, PRO_CTCAE_COMPOSITE.id))
    .orderBy(asc(ruleSwitch.switchedAt), asc(ruleSwitch.id)),
);

/** Whether the clinical board has composite grades, and the alerts that rest on them, in force. */
export const gradesAreInForce = async (session: Session): Promise<boolean> =>
  rulesInForce(await session.run(switches)).has(PRO_CTCAE_COMPOSITE.id);
