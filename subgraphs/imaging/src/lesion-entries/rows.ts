import { query, type Statement, sqlStatement, statement } from '@nodp/database';
import type { Shown } from '@nodp/database/tables';
import { rowsByPatient } from '@nodp/graph';
import { desc, getTableColumns, sql } from 'drizzle-orm';
import { lesion } from '../kinds/lesion/table.ts';
import { lesionEntry } from './table.ts';

const p = sql.placeholder;

export type EntryRow = typeof lesionEntry.$inferSelect;

/** A lesion on a day, sent by a hospital's system or entered on the page. */
export type LesionRow = Omit<Shown<typeof lesion>, 'sourceType' | 'sourceId'> &
  Pick<EntryRow, 'tumourId'> & {
    readonly enteredBy: string | null;
    readonly enteredAt: string | null;
  };

/** Columns that both tables have, in one order. */
const both = Object.values(getTableColumns(lesionEntry))
  .map(({ name }) => name)
  .filter((name) =>
    Object.values(getTableColumns(lesion)).some(
      (column) => column.name === name && !['patient_id', 'id'].includes(name),
    ),
  );
const columns = (alias: string) =>
  sql.join(
    both.map((name) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`),
    sql`, `,
  );

const all: Statement<LesionRow> = sqlStatement(sql`
  select l.patient_id, l.id, ${columns('l')}, l.tumour_source_id, null::uuid as tumour_id, null::text as entered_by,
    null::timestamptz as entered_at
  from ${lesion} l where l.patient_id = any(${p('ids')})
  union all
  select e.patient_id, e.lesion_id, ${columns('e')}, null, e.tumour_id, e.entered_by, e.entered_at
  from (
    select distinct on (v.patient_id, v.lesion_id) v.* from ${lesionEntry} v where v.patient_id = any(${p('ids')})
    order by v.patient_id, v.lesion_id, v.entered_at desc, v.id desc) e
  where e.change <> 'WITHDRAWN'
  order by measured_on, lesion, id`);

/** Lesions as they stand, by day and name. */
export const lesionRows = rowsByPatient(all);

/** Every version of what was entered, latest first. */
export const entryRows = rowsByPatient(
  statement(
    query
      .select()
      .from(lesionEntry)
      .where(sql`${lesionEntry.patientId} = any(${p('ids')})`)
      .orderBy(desc(lesionEntry.enteredAt), desc(lesionEntry.id)),
  ),
);
