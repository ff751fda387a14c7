import type { Principal, Role } from '@nodp/database';
import postgres from 'postgres';

/** Two hospitals, for tests that need someone to be kept apart from someone. */
export const hospitals = {
  here: '01900000-0000-7000-8000-000000000001',
  there: '01900000-0000-7000-8000-000000000002',
} as const;

export const identityKey = new Uint8Array(32).fill(7);

export const principal = (role: Role, institutionId: string | null): Principal => ({
  accountId: `${role.toLowerCase()}@${institutionId ?? 'nation'}`,
  name: { en: role, zh: role },
  role,
  institutionId,
});

/** A principal of every role, as an installation has them. */
export const everyone: Readonly<Record<Role, Principal>> = {
  CLINICIAN: principal('CLINICIAN', hospitals.here),
  DATA_MANAGER: principal('DATA_MANAGER', hospitals.here),
  FOLLOWUP_COORDINATOR: principal('FOLLOWUP_COORDINATOR', hospitals.here),
  RESEARCHER: principal('RESEARCHER', null),
  POLICYMAKER: principal('POLICYMAKER', null),
  ADMINISTRATOR: principal('ADMINISTRATOR', null),
  SYSTEM: principal('SYSTEM', hospitals.here),
  PRIVACY_OFFICER: principal('PRIVACY_OFFICER', null),
  BIOBANK_MANAGER: principal('BIOBANK_MANAGER', hospitals.here),
};

export const insertHospitals = async (ownerUrl: string): Promise<void> => {
  const sql = postgres(ownerUrl, { max: 1 });
  await sql`
    insert into basic.institution (id, code, name_en, name_zh, tier, region_code) values
      (${hospitals.here}, 'H1', 'First Cancer Hospital', '第一肿瘤医院', 'NATIONAL', '110000'),
      (${hospitals.there}, 'H2', 'Second Cancer Hospital', '第二肿瘤医院', 'PROVINCIAL', '440000')`;
  await sql.end();
};
