import { nationalDay } from '@nodp/oncology';
import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { addDays } from '../tasks/days.ts';

/** Who says and enters it all. */
const BY = 'clinician';
const ATTENDED = [
  '王主任（外科）',
  '李医生（肿瘤内科）',
  '陈医生（放疗科）',
  '赵医生（影像科）',
  '周医生（病理科）',
];

interface Told {
  readonly sites: readonly string[];
  readonly question: string;
  readonly options: readonly string[];
  readonly decision: string;
  readonly reason: string;
}

/** What a board is asked of a site, and what it might decide. */
const TOLD: readonly Told[] = [
  {
    sites: ['lung'],
    question: '能否直接手术？是否先行新辅助治疗？纵隔淋巴结是否需要EBUS进一步分期？',
    options: ['直接手术', '新辅助化疗联合免疫治疗后手术', '根治性同步放化疗'],
    decision: '先行EBUS-TBNA明确N2，如阳性则新辅助化疗联合免疫治疗2至3周期后再评估手术',
    reason: '影像提示同侧纵隔淋巴结可疑，病理分期将改变治疗顺序；体能状态可耐受',
  },
  {
    sites: ['colorectum'],
    question: '肝转移灶是否可切除？原发灶与转移灶的手术顺序？',
    options: ['同期切除', '先转化化疗再切除', '姑息性系统治疗'],
    decision: 'mFOLFOX6联合靶向治疗4周期后复查肝脏MRI，再评估同期切除',
    reason: '转移灶邻近肝静脉，目前切缘不足；先观察肿瘤生物学行为',
  },
  {
    sites: ['breast'],
    question: '是否需要新辅助治疗？保乳是否可行？腋窝如何处理？',
    options: ['直接保乳手术加前哨淋巴结活检', '新辅助治疗后手术'],
    decision: '新辅助治疗6周期，治疗前于肿瘤及阳性淋巴结放置标记夹，术后按病理缓解决定强化',
    reason: '受体状态与淋巴结情况支持新辅助治疗，可提高保乳可能',
  },
  {
    sites: ['liver'],
    question: '切除、消融还是TACE？是否联合系统治疗？',
    options: ['解剖性肝切除', '射频消融', 'TACE联合系统治疗'],
    decision: '解剖性肝切除，术后根据微血管侵犯决定辅助治疗',
    reason: '单发病灶，肝功能储备良好，ICG-R15符合切除要求',
  },
];

const ELSE: Omit<Told, 'sites'> = {
  question: '下一步治疗如何选择？是否需要补充分子检测？',
  options: ['手术', '系统治疗', '放射治疗', '观察'],
  decision: '补充分子检测后按结果选择系统治疗，两周内复评',
  reason: '现有资料不足以在各方案间取舍，补充检测可能改变治疗选择',
};

interface Meeting {
  readonly name: string;
  readonly on: string;
  readonly place: string;
  /** Its cases: waiting, decided, decided with what became of it. */
  readonly cases: readonly (
    | 'WAITING'
    | 'DECIDED'
    | 'CARRIED_OUT'
    | 'NOT_CARRIED_OUT'
    | 'CORRECTED'
  )[];
}

const monday = (today: string): string =>
  addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Of this week, of the last and of the next. */
const meetingsOf = (today: string): Meeting[] => {
  const first = monday(today);
  const held = addDays(first, -5);
  return [
    // Held, or to be held, as the day is.
    {
      ...{ name: '综合肿瘤多学科讨论', on: today, place: '远程会诊中心' },
      cases: ['DECIDED', 'WAITING', 'WAITING', 'WAITING'],
    },
    {
      ...{ name: '胸部肿瘤多学科讨论', on: held, place: '三号会议室' },
      cases: ['CARRIED_OUT', 'NOT_CARRIED_OUT', 'CORRECTED'],
    },
    {
      ...{ name: '胸部肿瘤多学科讨论', on: addDays(first, 9), place: '三号会议室' },
      cases: ['WAITING', 'WAITING'],
    },
  ];
};

/**
 * A few meetings of the tumour board of the institution of the demonstration's clinician: patients that wait, decisions that were
 * carried out, were not, and were corrected. Nothing where the institution has a board already.
 * @param sql as the owner
 */
export const boardsOfDemonstration = async (sql: postgres.Sql): Promise<void> => {
  const today = nationalDay(new Date());
  const meetings = meetingsOf(today);
  const most = meetings.reduce((n, { cases }) => n + cases.length, 0);
  await sql.begin(async (transaction) => {
    // Where the clinician's account is, once it is written.
    const [place] = await transaction<{ id: string; known: boolean }[]>`
      select i.id, exists (select 1 from patients.board_meeting m where m.institution_id = i.id) as known
      from basic.institution i where i.tier = 'NATIONAL' order by i.code limit 1`;
    if (place === undefined || place.known) return;
    const patients = await transaction<{ patient: string; tumour: string; site: string }[]>`
      select l.patient_id as patient, p.leading_tumour_id as tumour, l.site_group as site
      from patients.listed l join patients.patient p using (patient_id)
      where l.institution_id = ${place.id} and l.vital_status <> 'DEAD' and p.leading_tumour_id is not null and l.site_group is not null
      order by l.diagnosed_on desc, l.patient_id desc limit ${most}`;
    let next = 0;
    for (const meeting of meetings) {
      const id = uuidv7();
      await transaction`insert into patients.board_meeting (institution_id, id, held_on, name, place, changed_by)
        values (${place.id}, ${id}, ${meeting.on}, ${meeting.name}, ${meeting.place}, ${BY})`;
      // Where there are few patients they are discussed again, none twice at a meeting.
      for (const [turn, state] of meeting.cases.slice(0, patients.length).entries()) {
        const whose = patients[next++ % patients.length];
        if (whose === undefined) break;
        const at = { institution: place.id, meeting: id, on: meeting.on, turn };
        await putCase(transaction, at, whose, state);
      }
    }
    // Their tasks are found by the job of the day.
    await transaction`insert into patients.task_recheck (patient_id, recheck_on)
      select unnest(${patients.map(({ patient }) => patient)}::uuid[]), ${today}
      on conflict (patient_id) do update set recheck_on = excluded.recheck_on`;
  });
};

interface At {
  readonly institution: string;
  readonly meeting: string;
  readonly on: string;
  readonly turn: number;
}

const putCase = async (
  sql: postgres.TransactionSql,
  { institution, meeting, on, turn }: At,
  {
    patient,
    tumour,
    site,
  }: { readonly patient: string; readonly tumour: string; readonly site: string },
  state: Meeting['cases'][number],
): Promise<void> => {
  const id = uuidv7();
  const told = TOLD.find(({ sites }) => sites.includes(site)) ?? ELSE;
  await sql`insert into patients.board_case (patient_id, id, institution_id, meeting_id, tumour_id, question, presenter, turn, added_by,
      added_at)
    values (${patient}, ${id}, ${institution}, ${meeting}, ${tumour}, ${told.question}, '李医生', ${turn + 1}, ${BY},
      ${`${addDays(on, -3)} 09:00:00+08`})`;
  if (state === 'WAITING') return;
  const decide = (version: number, decision: string, correction: string | null) =>
    sql`insert into patients.board_decision (patient_id, case_id, version, institution_id, options, decision, reason, attended, decided_on,
      due_on, correction, entered_by, entered_at)
    values (${patient}, ${id}, ${version}, ${institution}, ${sql.json([...told.options])}, ${decision}, ${told.reason},
      ${sql.json(ATTENDED)}, ${on}, ${addDays(on, 14)}, ${correction}, ${BY}, least(now(), ${`${on} 1${version}:30:00+08`}::timestamptz))`;
  if (state === 'CORRECTED') {
    await decide(1, ELSE.decision, null);
    await decide(2, told.decision, '首次记录与会议结论不符，按会议纪要更正');
    return;
  }
  await decide(1, told.decision, null);
  if (state === 'DECIDED') return;
  const note = state === 'NOT_CARRIED_OUT' ? '患者及家属暂不接受，要求两周后再议' : null;
  await sql`insert into patients.board_outcome (patient_id, id, case_id, version, institution_id, outcome, note, entered_by, entered_at)
    values (${patient}, ${uuidv7()}, ${id}, 1, ${institution}, ${state}, ${note}, ${BY}, ${`${addDays(on, 3)} 15:00:00+08`})`;
};
