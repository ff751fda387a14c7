import { sqlStatement } from '@nodp/database';
import type { MeantPatients } from '@nodp/graph';
import { sql } from 'drizzle-orm';

const meant = sqlStatement<{ patientId: string }>(sql`
  select patient_id from specimens.patients_meant(${sql.placeholder('ids')}::uuid[])`);

/** A biobank names donors and what they gave by codes: the audit alone says whose they are. */
export const meantPatients: MeantPatients = {
  kinds: ['BankDonor', 'BankedSpecimen', 'SpecimenRequest'],
  find: async (session, ids) =>
    (await session.run(meant, { ids: [...ids] })).map(({ patientId }) => patientId),
};
