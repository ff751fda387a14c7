import type postgres from 'postgres';
import { setIndexesAside } from './indexes-aside.ts';

/** The tables whose triggers keep the patient list, and the list, whose triggers keep its tally. */
const summedUp = [
  'basic.care_relationship',
  'patients.patient',
  'patients.identity',
  'patients.listed',
];
const columns =
  'institution_id, patient_id, diagnosed_on, born_on, died_on, site_group, broad_stage, vital_status, sex, keys';
const counted = 'institution_id, site_group, broad_stage, vital_status, sex';

/**
 * Leaves the patient list as it is while the tables it sums up are filled; `fill` makes it and its tally from
 * them at once.
 * In the transaction given, as `setIndexesAside`.
 */
export const setListAside = async (sql: postgres.TransactionSql) => {
  const triggers = async (able: 'enable' | 'disable') => {
    for (const table of summedUp) await sql.unsafe(`alter table ${table} ${able} trigger user`);
  };
  await triggers('disable');
  return {
    fill: async (): Promise<void> => {
      // No list is without its patients: where none is stored, none is listed.
      await sql.unsafe(
        `lock table patients.listed, patients.listed_tally in access exclusive mode;
        truncate patients.listed, patients.listed_tally`,
      );
      const makeIndexes = await setIndexesAside(sql, ['patients.listed']);
      await sql.unsafe(`set local work_mem = '256MB';
        insert into patients.listed (${columns}) select ${columns} from patients.to_be_listed
        order by institution_id, diagnosed_on desc, patient_id desc;
        insert into patients.listed_tally (${counted}, patients)
        select ${counted}, count(*)::int from patients.listed group by ${counted}`);
      await makeIndexes(() => {});
      await triggers('enable');
    },
  };
};
