import { nationalDay } from '@nodp/oncology';
import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { addDays } from '../tasks/days.ts';

interface Told {
  readonly way: 'out' | 'in';
  readonly state: 'WAITING' | 'ACCEPTED' | 'DECLINED' | 'ANSWERED';
  readonly daysAgo: number;
  readonly department: string;
  readonly reason: string;
  readonly question: string;
  readonly words: string | null;
}

/** Letters to and from the institution of the demonstration's clinician, one of each state. */
const TOLD: readonly Told[] = [
  {
    ...{ way: 'in', state: 'WAITING', daysAgo: 1, department: '放疗科', words: null },
    reason: '当地无调强放疗条件',
    question: '是否适合术后放疗？靶区与剂量如何确定？',
  },
  {
    ...{ way: 'in', state: 'ACCEPTED', daysAgo: 5, department: '肿瘤内科', words: null },
    reason: '一线治疗后进展',
    question: '二线治疗方案如何选择？是否需要再次活检？',
  },
  {
    ...{ way: 'out', state: 'ANSWERED', daysAgo: 9, department: '胸外科' },
    reason: '患者希望就近手术',
    question: '能否完成胸腔镜下肺叶切除？',
    words: '可行，拟于两周内入院；术前请补充肺功能检查。',
  },
  {
    ...{ way: 'out', state: 'DECLINED', daysAgo: 3, department: '病理科' },
    reason: '疑难病例病理会诊',
    question: '请复核组织学类型与分级。',
    words: '未收到切片，请随玻片和蜡块一并送检。',
  },
  {
    ...{ way: 'out', state: 'WAITING', daysAgo: 0, department: '介入科', words: null },
    reason: '本院无介入治疗条件',
    question: '是否适合经动脉化疗栓塞？',
  },
];

const OPEN_DAYS = 30;

/**
 * Referrals of the demonstration: to its clinician's institution and from there, waiting, accepted, declined and answered. Once; nothing
 * where somebody was referred already, or where there is nobody to refer to.
 * @param sql as the owner
 */
export const referralsOfDemonstration = async (sql: postgres.Sql): Promise<void> => {
  const today = nationalDay(new Date());
  await sql.begin(async (transaction) => {
    const [known] = await transaction`select 1 from basic.referral limit 1`;
    const [here] = await transaction<{ id: string }[]>`
      select id from basic.institution where tier = 'NATIONAL' order by code limit 1`;
    const [there] = await transaction<{ id: string }[]>`
      select id from basic.institution where tier = 'PROVINCIAL' order by code limit 1`;
    if (known !== undefined || here === undefined || there === undefined) return;
    const of = async (from: string, to: string, most: number): Promise<string[]> => {
      const rows = await transaction<{ id: string }[]>`
        select l.patient_id as id from patients.listed l
        where l.institution_id = ${from} and l.vital_status <> 'DEAD'
          and exists (select 1 from basic.care_relationship r where r.patient_id = l.patient_id and r.institution_id = ${from})
          and not exists (select 1 from basic.care_relationship r where r.patient_id = l.patient_id and r.institution_id = ${to})
        order by l.diagnosed_on desc, l.patient_id limit ${most}`;
      return rows.map(({ id }) => id);
    };
    const from = {
      out: await of(here.id, there.id, TOLD.length),
      in: await of(there.id, here.id, TOLD.length),
    };
    const referred: string[] = [];
    for (const { way, state, daysAgo, department, reason, question, words } of TOLD) {
      const patient = from[way].shift();
      if (patient === undefined) continue;
      const [by, to] = way === 'out' ? [here.id, there.id] : [there.id, here.id];
      const on = addDays(today, -daysAgo);
      const until = addDays(on, OPEN_DAYS);
      const [decided, ended] = [state !== 'WAITING', state === 'ANSWERED'];
      const [theirs, ours] = ['clinician-province', 'clinician'];
      const who = way === 'out' ? theirs : ours;
      const later = (hours: number) =>
        new Date(Date.parse(`${on}T09:00:00+08:00`) + hours * 3_600_000);
      await transaction`
        insert into basic.referral (patient_id, id, institution_id, to_institution_id, department, reason, question, until_day, ends_at,
          state, referred_by, referred_at, decided_by, decided_at, ended_by, ended_at, words)
        values (${patient}, ${uuidv7()}, ${by}, ${to}, ${department}, ${reason}, ${question}, ${until},
          (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai', ${state}, ${way === 'out' ? ours : theirs}, ${later(0)},
          ${decided ? who : null}, ${decided ? later(20) : null}, ${ended ? who : null}, ${ended ? later(44) : null}, ${words})`;
      referred.push(patient);
    }
    // Their tasks are found by the job of the day.
    await transaction`insert into patients.task_recheck (patient_id, recheck_on)
      select distinct unnest(${referred}::uuid[]), ${today}::date
      on conflict (patient_id) do update set recheck_on = excluded.recheck_on`;
  });
};
