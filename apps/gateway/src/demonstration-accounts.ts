import { hashPassword, type Role } from '@nodp/database';
import type postgres from 'postgres';

import { demonstrationPassword } from './endpoints/auth.ts';

interface Account {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly role: Role;
  /** The tier of the institution the account belongs to; national accounts have none. */
  readonly tier: 'NATIONAL' | 'PROVINCIAL' | null;
}

const accounts: readonly Account[] = [
  { id: 'clinician', en: 'Clinician', zh: '临床医生', role: 'CLINICIAN', tier: 'NATIONAL' },
  {
    id: 'clinician-province',
    en: 'Clinician, provincial hospital',
    zh: '省级医院临床医生',
    role: 'CLINICIAN',
    tier: 'PROVINCIAL',
  },
  {
    id: 'followup',
    en: 'Follow-up coordinator',
    zh: '随访专员',
    role: 'FOLLOWUP_COORDINATOR',
    tier: 'NATIONAL',
  },
  {
    id: 'data-manager',
    en: 'Data manager',
    zh: '数据管理员',
    role: 'DATA_MANAGER',
    tier: 'NATIONAL',
  },
  {
    id: 'data-manager-national',
    en: 'Data manager, whole network',
    zh: '全网数据管理员',
    role: 'DATA_MANAGER',
    tier: null,
  },
  { id: 'researcher', en: 'Researcher', zh: '科研人员', role: 'RESEARCHER', tier: null },
  { id: 'policymaker', en: 'Policymaker', zh: '决策人员', role: 'POLICYMAKER', tier: null },
  { id: 'administrator', en: 'Administrator', zh: '平台管理员', role: 'ADMINISTRATOR', tier: null },
  {
    id: 'hospital-system',
    en: 'Hospital system account',
    zh: '医院系统账号',
    role: 'SYSTEM',
    tier: 'NATIONAL',
  },
  {
    id: 'privacy-officer',
    en: 'Privacy officer',
    zh: '隐私保护专员',
    role: 'PRIVACY_OFFICER',
    tier: null,
  },
  {
    id: 'data-access-committee',
    en: 'Data access committee, second member',
    zh: '数据访问委员会第二名委员',
    role: 'DATA_MANAGER',
    tier: null,
  },
  {
    id: 'biobank',
    en: 'Biobank manager',
    zh: '生物样本库管理员',
    role: 'BIOBANK_MANAGER',
    tier: 'NATIONAL',
  },
];

/** One account for each role, at the first institution of the tier it belongs to. Written last: they mark the demonstration as loaded. */
export const writeDemonstrationAccounts = async (sql: postgres.Sql): Promise<void> => {
  const passwordHash = await hashPassword(demonstrationPassword);
  for (const [order, { id, en, zh, role, tier }] of accounts.entries()) {
    await sql`
      insert into basic.account (id, name_en, name_zh, role, institution_id, password_hash, demonstration)
      values (${id}, ${en}, ${zh}, ${role},
        (select i.id from basic.institution i where i.tier = ${tier} order by i.code limit 1),
        ${passwordHash}, ${order + 1})
      on conflict (id) do nothing`;
  }
};

export const demonstrationIsLoaded = async (sql: postgres.Sql): Promise<boolean> =>
  (await sql`select 1 from basic.account where demonstration > 0 limit 1`).length > 0;
