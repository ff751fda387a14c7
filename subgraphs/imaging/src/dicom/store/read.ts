import { type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';

const p = sql.placeholder;

/** What an address names: a study, and of it a series or an instance. */
export interface Named {
  readonly study: string;
  readonly series: string | null;
  readonly instance: string | null;
}

export interface InstanceRow {
  readonly institutionId: string;
  readonly patientId: string | null;
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly sopUid: string;
  readonly sopClass: string;
  readonly transferSyntax: string;
  readonly frames: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly seriesNumber: number;
  readonly number: number;
}

/** Two hospitals may hold one study: the reader's own copy is read, else the first there is. */
const holder = sqlStatement<{
  readonly institutionId: string;
  readonly patientId: string | null;
}>(sql`
  select institution_id, patient_id from imaging.dicom_study where study_uid = ${p('study')}::text
  order by institution_id = nullif(current_setting('nodp.institution', true), '')::uuid desc, institution_id limit 1`);

const rows = sqlStatement<Omit<InstanceRow, 'patientId'>>(sql`
  select i.institution_id, i.study_uid, i.series_uid, i.sop_uid, i.sop_class, i.transfer_syntax, i.frames, i.sha256, i.bytes,
    coalesce(r.number, 2147483647) as series_number, coalesce(i.number, 2147483647) as number
  from imaging.dicom_instance i join imaging.dicom_series r using (institution_id, study_uid, series_uid)
  where i.institution_id = ${p('institution')}::uuid and i.study_uid = ${p('study')}::text
    and (${p('series')}::text is null or i.series_uid = ${p('series')}::text)
    and (${p('instance')}::text is null or i.sop_uid = ${p('instance')}::text)
    and (coalesce(r.number, 2147483647), i.series_uid, coalesce(i.number, 2147483647), i.sop_uid)
      > (${p('afterSeries')}::int, ${p('afterSeriesUid')}::text, ${p('afterNumber')}::int, ${p('afterSop')}::text)
  order by 10, i.series_uid, 11, i.sop_uid limit ${p('limit')}::int`);

/** The middle one of the instances that are drawn, of the first series that has any. */
const middle = sqlStatement<Omit<InstanceRow, 'patientId'>>(sql`
  with drawn as (
    select i.*, coalesce(r.number, 2147483647) as series_number,
      row_number() over (partition by i.series_uid order by i.number nulls last, i.sop_uid) as place,
      count(*) over (partition by i.series_uid) as many
    from imaging.dicom_instance i join imaging.dicom_series r using (institution_id, study_uid, series_uid)
    where i.institution_id = ${p('institution')}::uuid and i.study_uid = ${p('study')}::text and i.drawn = 1
      and (${p('series')}::text is null or i.series_uid = ${p('series')}::text)
      and (${p('instance')}::text is null or i.sop_uid = ${p('instance')}::text))
  select institution_id, study_uid, series_uid, sop_uid, sop_class, transfer_syntax, frames, sha256, bytes, series_number,
    coalesce(number, 2147483647) as number
  from drawn where place = (many + 1) / 2 order by series_number, series_uid limit 1`);

const FIRST = {
  afterSeries: -(2 ** 31),
  afterSeriesUid: '',
  afterNumber: -(2 ** 31),
  afterSop: '',
};

/** The institution whose copy of a study the session reads; null where it sees none. */
export const holderOf = async (session: Session, study: string) =>
  (await session.run(holder, { study }))[0] ?? null;

/** Instances that an address names, by series and number: so many after the last. */
export const instancesOf = async (
  session: Session,
  {
    institutionId,
    patientId,
  }: { readonly institutionId: string; readonly patientId: string | null },
  { study, series, instance }: Named,
  limit: number,
  last?: InstanceRow,
): Promise<InstanceRow[]> => {
  const found = await session.run(rows, {
    ...{ institution: institutionId, study, series, instance, limit },
    ...(last === undefined
      ? FIRST
      : {
          ...{ afterSeries: last.seriesNumber, afterSeriesUid: last.seriesUid },
          ...{ afterNumber: last.number, afterSop: last.sopUid },
        }),
  });
  return found.map((row) => ({ ...row, patientId }));
};

/** The instance by which a study or series is recognised; null where nothing of it is drawn. */
export const representative = async (
  session: Session,
  {
    institutionId,
    patientId,
  }: { readonly institutionId: string; readonly patientId: string | null },
  { study, series, instance }: Named,
): Promise<InstanceRow | null> => {
  const [found] = await session.run(middle, {
    institution: institutionId,
    study,
    series,
    instance,
  });
  return found === undefined ? null : { ...found, patientId };
};
