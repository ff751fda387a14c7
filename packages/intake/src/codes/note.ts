import type { Session, Statement } from '@nodp/database';
import { storableJson } from '@nodp/database';
import type { ReadUnit } from '../units.ts';

const MINE = `(select nullif(current_setting('nodp.institution', true), '')::uuid)`;

/**
 * Which records hold which codes from now on ($1: each code of each record; $2: each record), counted by code. Whose code was in it
 * before and is no more goes. Codes and counts are written in one order, so that two senders of a hospital never wait for each
 * other in a circle.
 */
const statement: Statement<never> = {
  text: `with sent as (
      select * from jsonb_to_recordset($1::text::jsonb) as r(type text, key text, domain text, system text, code text,
        display text, example text, mapping bigint, mapped int)
    ), before as (
      select u.resource_type as type, u.source_id as key, u.domain, u.system, u.code, u.mapped
      from jsonb_to_recordset($2::text::jsonb) as k(type text, key text)
      join basic.code_in_use u on u.institution_id = ${MINE} and u.resource_type = k.type and u.source_id = k.key
    ), gone as (
      delete from basic.code_in_use u using before b
      where u.institution_id = ${MINE} and (u.resource_type, u.source_id, u.domain, u.system, u.code)
          = (b.type, b.key, b.domain, b.system, b.code)
        and not exists (select 1 from sent s where (s.type, s.key, s.domain, s.system, s.code)
          = (b.type, b.key, b.domain, b.system, b.code))
    ), put as (
      insert into basic.code_in_use (institution_id, resource_type, source_id, domain, system, code, submission_id, mapping_id, mapped)
      select ${MINE}, s.type, s.key, s.domain, s.system, s.code, $3::uuid, s.mapping, s.mapped from sent s order by 2, 3, 4, 5, 6
      on conflict (institution_id, resource_type, source_id, domain, system, code)
      do update set submission_id = excluded.submission_id, mapping_id = excluded.mapping_id, mapped = excluded.mapped
    ), met as (
      insert into basic.local_code (institution_id, domain, system, code, display, examples)
      select ${MINE}, s.domain, s.system, s.code, min(s.display),
        coalesce(jsonb_agg(distinct s.example) filter (where s.example is not null), '[]') as examples
      from (select *, row_number() over (partition by domain, system, code order by example nulls last) as nth from sent) s
      where s.nth <= 3 and not exists (select 1 from basic.local_code l
        where l.institution_id = ${MINE} and (l.domain, l.system, l.code) = (s.domain, s.system, s.code)
          and (s.example is null or jsonb_array_length(l.examples) >= 3 or l.examples ? s.example))
      group by s.domain, s.system, s.code order by 2, 3, 4
      on conflict (institution_id, domain, system, code) do update set
        display = coalesce(basic.local_code.display, excluded.display),
        examples = (select coalesce(jsonb_agg(e order by nth), '[]') from (select e, min(nth) as nth
          from jsonb_array_elements(basic.local_code.examples || excluded.examples) with ordinality as each (e, nth)
          group by e order by 2 limit 3) few)
    ), changed as (
      select domain, system, code, sum(records)::int as records, sum(unmapped)::int as unmapped from (
        select domain, system, code, 1 as records, 1 - mapped as unmapped from sent
        union all
        select domain, system, code, -1, mapped - 1 from before
      ) each group by domain, system, code
    )
    insert into basic.local_code_count as c (institution_id, domain, system, code, shard, records, unmapped)
    select ${MINE}, domain, system, code, pg_backend_pid() % 8, records, unmapped from changed
    where records <> 0 or unmapped <> 0 order by 2, 3, 4
    on conflict (institution_id, domain, system, code, shard) do update set records = c.records + excluded.records,
      unmapped = c.unmapped + excluded.unmapped, last_seen_at = now()`,
  bind: ({ codes, records, submissionId }) => [codes, records, submissionId],
};

/** Types of resources whose codes can be a hospital's own. */
const CODED =
  /^(Observation|Condition|MedicationRequest|MedicationAdministration|MedicationStatement)$/;

/** Keeps which records hold codes of their sender's own, in the transaction that writes the records. */
export const noteCodes = async (
  session: Session,
  submissionId: string,
  units: readonly ReadUnit[],
): Promise<void> => {
  // A key that comes twice in a submission stands as it came last.
  const coded = new Map(
    units
      .filter(
        ({ type, key, reading }) =>
          key !== null && CODED.test(type) && reading.outcome !== 'refused',
      )
      .map((unit) => [`${unit.type} ${unit.key}`, unit]),
  );
  if (coded.size === 0) return;
  const records = [...coded.values()].map(({ type, key }) => ({ type, key }));
  const codes = [...coded.values()].flatMap(({ type, key, localCodes = [] }) => {
    // A code that comes twice in one record is one.
    const each = new Map(localCodes.map((one) => [`${one.domain} ${one.system} ${one.code}`, one]));
    return [...each.values()].map(({ mapped, ...one }) => ({
      ...{ type, key, ...one },
      mapped: mapped ? 1 : 0,
    }));
  });
  await session.run(statement, {
    codes: storableJson(codes),
    records: storableJson(records),
    submissionId,
  });
};
