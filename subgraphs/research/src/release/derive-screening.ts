import type { DuckDBConnection } from '@duckdb/node-api';
import { type Meaning, screeningResult } from '@nodp/oncology';
import { judge, text } from './judge.ts';

/** Within how many days of a positive test a cancer is held to be found by it. */
const FOUND_WITHIN = 365;

/** Tables `screening_result(programme, test, result, meaning, months)`: what the programmes' scales say of what was sent. */
export const judgeScreening = (connection: DuckDBConnection): Promise<void> =>
  judge(
    connection,
    'screening_result',
    'programme varchar, test varchar, result varchar, meaning varchar, months smallint',
    'select distinct programme, test, result from screening where result is not null',
    ([programme, test, result]) => {
      const found = screeningResult(text(programme) as string, text(test), text(result) as string);
      const shown: Readonly<Record<Meaning, string>> = {
        negative: 'NEGATIVE',
        positive: 'POSITIVE',
        inconclusive: 'INCONCLUSIVE',
      };
      return found === null ? null : [shown[found.meaning], found.months];
    },
  );

/**
 * Which cancers a programme's test found, and which came in between: the first invasive cancer of the programme's organ, known to
 * the month at least. Needs `numbered`.
 */
export const screeningSteps: readonly string[] = [
  `create table screening_test as
    select s.patient_id, s.programme, s.tested_on, coalesce(s.tested_precision, 'day') as precision,
      coalesce(r.meaning, 'UNKNOWN') as meaning, s.tested_on + to_months(r.months) as due_on
    from screening s left join screening_result r on r.programme = s.programme and r.test is not distinct from s.test
      and r.result = s.result
    where s.tested_on is not null`,
  `create table screened_cancer as
    select patient_id, person_key, case_number, site_group as programme, began, first.stage as stage
    from numbered where behaviour = '3' and began is not null
    qualify row_number() over (partition by person_key, site_group order by began, case_number) = 1`,
  // Of several tests that could have found it the last did.
  `create table screen_detected as
    select c.person_key, c.case_number, c.programme, max(t.tested_on) as tested_on
    from screened_cancer c join screening_test t on t.patient_id = c.patient_id and t.programme = c.programme
    where t.meaning = 'POSITIVE' and c.began between t.tested_on and t.tested_on + ${FOUND_WITHIN} group by 1, 2, 3`,
  `create table interval_cancer as
    with last as (
      select c.person_key, c.case_number, c.programme, c.began, arg_max({'on': t.tested_on, 'meaning': t.meaning,
        'precision': t.precision, 'due': t.due_on}, t.tested_on) as test
      from screened_cancer c join screening_test t on t.patient_id = c.patient_id and t.programme = c.programme
      where t.tested_on <= c.began group by 1, 2, 3, 4)
    select person_key, case_number, programme, test."on" as tested_on from last
    where test.meaning = 'NEGATIVE' and test.precision = 'day' and began < test.due`,
];

/** The released table, a row a person, programme and year. */
export const releasedScreening = `create table released_screening as
  with round as (
    select p.person_key, s.patient_id, s.programme, s.tested_on, s.invited_on is not null as invited,
      s.tested_on is not null as attended, t.meaning,
      coalesce(s.tested_on, s.invited_on, s.declined_on) as on_day
    from screening s join person p using (patient_id)
    left join screening_test t on t.patient_id = s.patient_id and t.programme = s.programme and t.tested_on = s.tested_on),
  yearly as (
    select person_key, patient_id, programme, date_part('year', on_day)::smallint as year, min(on_day) as on_day,
      bool_or(invited) as invited, bool_or(attended) as attended,
      case when bool_or(meaning = 'POSITIVE') then 'POSITIVE' when bool_or(meaning = 'NEGATIVE') then 'NEGATIVE'
        when bool_or(meaning = 'INCONCLUSIVE') then 'INCONCLUSIVE' when bool_or(attended) then 'UNKNOWN' end as result
    from round where on_day is not null group by 1, 2, 3, 4)
  select y.person_key, k.record_key, y.programme, y.year, u.sex,
    case when date_sub('year', u.born_on, y.on_day) between 0 and 120
      then (least(date_sub('year', u.born_on, y.on_day), 85)::integer // 5 * 5)::smallint end as age_group,
    u.residence, y.invited, y.attended, y.result,
    case when d.person_key is not null then 'SCREEN_DETECTED' when i.person_key is not null then 'INTERVAL_CANCER' end as outcome,
    case when coalesce(d.person_key, i.person_key) is not null then coalesce(c.stage, 'UNKNOWN') end as stage
  from yearly y join record_key k using (person_key) join patient u using (patient_id)
  left join screen_detected d on d.person_key = y.person_key and d.programme = y.programme and date_part('year', d.tested_on) = y.year
  left join interval_cancer i on i.person_key = y.person_key and i.programme = y.programme and date_part('year', i.tested_on) = y.year
  left join screened_cancer c on c.person_key = y.person_key and c.programme = y.programme`;
