import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { DuckDBDateValue } from '@duckdb/node-api';
import {
  diagnosisDay,
  endOfFollowUp,
  type PartialDate,
  type Precision,
  sexContradictsSite,
  storedDate,
} from '@nodp/oncology';
import { judge, text } from './judge.ts';

const partial = (
  on: DuckDBValue | undefined,
  precision: DuckDBValue | undefined,
): PartialDate | null => storedDate(text(on), text(precision) as Precision | null);

const DAY = 86_400_000;
const dateValue = (day: string | null): DuckDBDateValue | null =>
  day === null ? null : new DuckDBDateValue(Math.round(Date.parse(day) / DAY));

/** What no rule has to be asked about: known to the day, after birth, not after death nor the day of the release. */
const plain = (
  today: string,
) => `t.diagnosed_on is not null and coalesce(t.diagnosed_precision, 'day') = 'day'
  and t.diagnosed_on between date '1900-01-01' and date '${today}'
  and (t.born_on is null or t.diagnosed_on >= t.born_on)
  and (t.died_on is null or (coalesce(t.died_precision, 'day') = 'day' and t.diagnosed_on <= t.died_on))`;

const DATES = 'diagnosed_on, diagnosed_precision, born_on, born_precision, died_on, died_precision';
const equal = (a: string, b: string, columns: string): string =>
  columns
    .split(', ')
    .map((column) => `${a}.${column} is not distinct from ${b}.${column}`)
    .join(' and ');

/**
 * Table `report`: every report of a primary with the day that stands for its date of diagnosis (`dated`), what that day
 * was taken from, and what contradicts.
 * @param today the day of the release
 */
export const dateReports = async (connection: DuckDBConnection, today: string): Promise<void> => {
  await connection.run(`create table told as
    select t.*, p.sex, p.born_on, p.born_precision, p.residence, p.died_on, p.died_precision, i.province, i.tier,
      i.code as institution
    from tumour t join patient p using (patient_id) left join institution i on i.id = t.institution_id`);
  await judge(
    connection,
    'diagnosis_day',
    `diagnosed_on date, diagnosed_precision varchar, born_on date, born_precision varchar, died_on date,
     died_precision varchar, dated date, implausible varchar`,
    `select distinct ${DATES} from told t where diagnosed_on is not null and not (${plain(today)})`,
    ([on, precision, bornOn, bornPrecision, diedOn, diedPrecision]) => {
      const { day, implausible } = diagnosisDay(
        partial(on, precision),
        partial(bornOn, bornPrecision),
        partial(diedOn, diedPrecision),
        today,
      );
      return [dateValue(day), implausible];
    },
  );
  await judge(
    connection,
    'contradiction',
    'sex varchar, topography varchar, site_group varchar, contradicts boolean',
    'select distinct sex, topography, site_group from told where site_group is not null',
    ([sex, topography, group]) => [
      sexContradictsSite(text(sex) ?? '', text(topography), text(group)),
    ],
  );
  await connection.run(`create table report as
    select t.*, case when ${plain(today)} then t.diagnosed_on else d.dated end as dated, d.implausible
    from told t left join diagnosis_day d on ${equal('d', 't', DATES)}`);
};

const ENDS = 'vital_status, died_on, died_precision, last_contact_on, began';

/**
 * Table `ended`: when and how the time of each case that has a day to be counted from ends.
 * @param closing nobody is followed beyond it
 */
export const endCases = async (connection: DuckDBConnection, closing: string): Promise<void> => {
  await connection.run(`create table followed as
    select n.person_key, n.case_number, p.vital_status, p.died_on, p.died_precision, p.last_contact_on, n.began
    from numbered n join patient p using (patient_id) where n.began is not null`);
  await judge(
    connection,
    'placed_end',
    `vital_status varchar, died_on date, died_precision varchar, last_contact_on date, began date, on_day date,
     died boolean, placed boolean`,
    `select distinct ${ENDS} from followed
     where vital_status = 'DEAD' and (died_on is null or coalesce(died_precision, 'day') <> 'day')`,
    ([, diedOn, diedPrecision, lastContact, began]) => {
      const end = endOfFollowUp({
        vitalStatus: 'DEAD',
        died: partial(diedOn, diedPrecision),
        lastContact: text(lastContact),
        from: text(began) ?? closing,
        closing,
      });
      return end && [dateValue(end.day), end.died, end.placed];
    },
  );
  const close = `date '${closing}'`;
  await connection.run(`create table ended as
    select f.person_key, f.case_number, f.began,
      coalesce(e.on_day, case when f.vital_status = 'DEAD' then case when f.died_on > ${close} then ${close} else f.died_on end
        when f.last_contact_on > ${close} then ${close} else f.last_contact_on end) as on_day,
      coalesce(e.died, f.vital_status = 'DEAD' and f.died_on <= ${close}) as died,
      coalesce(e.placed, false) as placed, f.last_contact_on < ${close} - 365 as lost
    from followed f left join placed_end e on ${equal('e', 'f', ENDS)}`);
};
