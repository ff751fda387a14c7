import { query, type Session, sqlStatement, statement } from '@nodp/database';
import { desc, getTableColumns, sql } from 'drizzle-orm';
import { imageMeasurement } from './table.ts';

const p = sql.placeholder;

export type MeasurementRow = typeof imageMeasurement.$inferSelect;
/** What is written of a version; when is the database's clock. */
export type MeasurementVersion = Omit<MeasurementRow, 'enteredAt'>;

const columns = Object.entries(getTableColumns(imageMeasurement)).filter(
  ([key]) => key !== 'enteredAt',
);

const add = sqlStatement<never>(sql`
  insert into ${imageMeasurement} (${sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  )})
  values (${sql.join(
    columns.map(([key, column]) => sql`${p(key)}::${sql.raw(column.getSQLType())}`),
    sql`, `,
  )})`);

/** Measurements of a patient that are shown at most, latest first. */
const MOST = 2_000;

const standing = sqlStatement<MeasurementRow>(sql`
  select m.* from (
    select distinct on (v.measurement_id) v.* from ${imageMeasurement} v where v.patient_id = ${p('patient')}::uuid
    order by v.measurement_id, v.entered_at desc, v.id desc) m
  where m.change <> 'WITHDRAWN' order by m.entered_at desc, m.id limit ${sql.raw(String(MOST))}`);

const latest = statement(
  query
    .select()
    .from(imageMeasurement)
    .where(
      sql`${imageMeasurement.patientId} = ${p('patient')} and ${imageMeasurement.measurementId} = ${p('measurement')}`,
    )
    .orderBy(desc(imageMeasurement.enteredAt), desc(imageMeasurement.id))
    .limit(1),
);

const cares = sqlStatement<{ readonly patientId: string }>(sql`
  select c.patient_id from basic.care_relationship c
  where c.patient_id = ${p('patient')}::uuid and c.institution_id = ${p('institution')}::uuid`);

/** Whether the account's institution cares for the patient: access in an emergency reads alone. */
export const isTreated = async (session: Session, patient: string): Promise<boolean> =>
  (await session.run(cares, { patient, institution: session.principal.institutionId })).length > 0;

export const addMeasurement = (session: Session, version: MeasurementVersion): Promise<unknown> =>
  session.run(add, { ...version });

/** Measurements of a patient as they stand, latest first. */
export const measurementsOf = (session: Session, patient: string): Promise<MeasurementRow[]> =>
  session.run(standing, { patient });

/** The version of a measurement that holds; null where there is none that the session reads. */
export const latestOf = async (
  session: Session,
  patient: string,
  measurement: string,
): Promise<MeasurementRow | null> =>
  (await session.run(latest, { patient, measurement }))[0] ?? null;
