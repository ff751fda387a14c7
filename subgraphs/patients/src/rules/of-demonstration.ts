import { CLINICAL_RULES } from '@nodp/oncology';
import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';

const REASON =
  'Demonstration: every rule is shown, with its mark. / 演示：显示全部规则及其核对状态。';

/**
 * The demonstration's board has every rule in force that nobody else decided on, in the version installed: a real installation begins with the stage tables
 * and the stage check alone.
 * @param sql as the owner
 */
export const switchRulesOfDemonstration = async (sql: postgres.Sql): Promise<void> => {
  const rows = Object.values(CLINICAL_RULES).map(({ id, version }) => ({
    key: uuidv7(),
    id,
    version,
  }));
  await sql`
    insert into basic.rule_switch (id, rule_id, version, in_force, confirmed, reason, switched_by)
    select r.key, r.id, r.version, true, false, ${REASON}, 'demonstration'
    from jsonb_to_recordset(${sql.json(rows)}) as r(key uuid, id text, version int)
    where not exists (select 1 from basic.rule_switch s where s.rule_id = r.id
      and (s.version = r.version or s.switched_by <> 'demonstration'))`;
};
