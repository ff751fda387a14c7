import type { Statement } from '@nodp/database';

const COUNTS = [
  ...['created', 'updated', 'unchanged', 'retained', 'held', 'refused'].map((c) => [c, c] as const),
  ...[1, 7, 30, 90, 365].map((days) => [`within_${days}`, `within${days}`] as const),
  ['later', 'later'] as const,
];
const FIELDS = [
  ['tumours', 'tumours'],
  ['morphology', 'morphology'],
  ['basis', 'basis'],
  ['diagnosed_to_day', 'diagnosedToDay'],
  ['stage', 'stage'],
] as const;

type Columns = readonly (readonly [column: string, key: string])[];
const named = (columns: Columns): string => columns.map(([column]) => column).join(', ');
const read = (columns: Columns): string => columns.map(([, key]) => `r."${key}"`).join(', ');
const typed = (columns: Columns): string => columns.map(([, key]) => `"${key}" int`).join(', ');
const added = (columns: Columns): string =>
  columns.map(([column]) => `${column} = t.${column} + excluded.${column}`).join(', ');

/**
 * Closes a submission and adds it to its institution's tallies, in one statement: after a crash before it the submission is taken up
 * again and is in none. Rows are added to in one order, so that submissions at once do not deadlock.
 */
export const closeAndTally: Statement<never> = {
  text: `with mine as (
      select nullif(current_setting('nodp.institution', true), '')::uuid as id, $5::date as day),
    closed as (
      update basic.submission set status = $2, counts = $3::text::jsonb, outcome = $4::text::jsonb where id = $1::uuid
      returning id),
    types as (
      insert into basic.intake_tally as t (institution_id, day, resource_type, ${named(COUNTS)})
      select mine.id, mine.day, r."resourceType", ${read(COUNTS)}
      from mine, jsonb_to_recordset($6::text::jsonb -> 'types') as r("resourceType" text, ${typed(COUNTS)})
      where mine.id is not null order by 3
      on conflict (institution_id, day, resource_type) do update set ${added(COUNTS)}),
    reasons as (
      insert into basic.reason_tally as t (institution_id, day, outcome, reason, records, example)
      select mine.id, mine.day, r.outcome, r.reason, r.records, jsonb_build_object('submission', $1::text, 'where', r."where")
      from mine, jsonb_to_recordset($6::text::jsonb -> 'reasons') as r(outcome text, reason text, records int, "where" text)
      where mine.id is not null order by 3, 4
      on conflict (institution_id, day, outcome, reason) do update
      set records = t.records + excluded.records, example = excluded.example)
    insert into basic.completeness_tally as t (institution_id, month, site_group, ${named(FIELDS)})
    select mine.id, date_trunc('month', mine.day)::date, r."siteGroup", ${read(FIELDS)}
    from mine, jsonb_to_recordset($6::text::jsonb -> 'completeness') as r("siteGroup" text, ${typed(FIELDS)})
    where mine.id is not null order by 3
    on conflict (institution_id, month, site_group) do update set ${added(FIELDS)}`,
  bind: (v) => [v.id, v.status, v.counts, v.outcome, v.day, v.tally],
};
