import { query, sqlStatement, statement } from '@nodp/database';
import { institution } from '@nodp/database/tables';
import { rowsByPatient, type SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';

type InstitutionRow = typeof institution.$inferSelect;

const byIds = statement(
  query
    .select()
    .from(institution)
    .where(sql`${institution.id} = any(${sql.placeholder('ids')})`),
);

export const institutionRow = (
  context: SubgraphContext,
): DataLoader<string, InstitutionRow | null> =>
  new DataLoader(async (ids) => {
    const rows = await context.session.run(byIds, { ids: [...ids] });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

export const everyInstitution = statement(
  query.select({ id: institution.id }).from(institution).orderBy(institution.code),
);

/** Institutions in whose care a patient is, as far as the reader's institution may know: those that sent rows it sees. */
export const careRows = rowsByPatient(
  sqlStatement<{ patientId: string; institutionId: string }>(sql`
    select distinct i.patient_id, i.institution_id from patients.identity i
    where i.patient_id = any(${sql.placeholder('ids')}) order by i.institution_id`),
);
