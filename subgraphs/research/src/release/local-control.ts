import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { codedOrNull } from '@nodp/graph';
import { type FollowedCourse, type LesionSeen, localControlOfRecord } from '@nodp/oncology';
import { text } from './judge.ts';

type Row = readonly DuckDBValue[];
type Volume = FollowedCourse['volumes'][number];

const labelOf = (system: string | null, code: string | null, display: string | null) =>
  codedOrNull(system, code, display)?.label ?? null;

/** SNOMED CT: structure of a lymph node. */
const NODE = '59441001';

const VOLUMES = `select v.patient_id::varchar, v.institution_id::varchar, v.course_source_id, v.started_on::varchar, v.ended_on::varchar,
    v.site_system, v.site_code, v.site_display, v.lesions
  from radiotherapy_volume v where exists (select 1 from lesion l where l.patient_id = v.patient_id and l.institution_id = v.institution_id
    and l.measured_on > v.ended_on)
  order by 1, 2, 3`;

const LESIONS = `select l.patient_id::varchar, l.institution_id::varchar, l.lesion, l.role, l.state, l.node, l.organ_system, l.organ_code,
    l.organ_display, l.field_position, l.measured_on::varchar, l.tenths
  from lesion l where exists (select 1 from radiotherapy_volume v where v.patient_id = l.patient_id and v.institution_id = l.institution_id)`;

const volumeOf = ([, , , , , system, code, display, lesions]: Row): Volume => ({
  code: text(code),
  words: labelOf(text(system), text(code), text(display)),
  node: text(code) === NODE,
  lesions: JSON.parse(text(lesions) ?? '[]') as string[],
});

const seenOf = (row: Row): LesionSeen => {
  const [, , lesion, role, state, node, system, code, display, field, day, tenths] = row;
  return {
    ...{ lesion: text(lesion) ?? '', node: Number(node) === 1, day: text(day) ?? '' },
    role: text(role) as LesionSeen['role'],
    state: text(state) as LesionSeen['state'],
    organ: labelOf(text(system), text(code), text(display)),
    organCode: text(code),
    field: text(field) as LesionSeen['field'] & string,
    tenths: tenths == null ? null : Number(tenths),
    modality: null,
  };
};

const keyed = (...parts: readonly (DuckDBValue | undefined)[]): string => parts.map(text).join(' ');

/**
 * Makes `local_control(patient_id, institution_id, source_id, failed_on, followed_to)`: of each course of radiotherapy after which a
 * lesion was examined, by the same rule as the patient page. Only courses and lesions of those patients pass through JavaScript.
 */
export const findLocalControl = async (connection: DuckDBConnection): Promise<void> => {
  await connection.run(
    'create table local_control (patient_id uuid, institution_id uuid, source_id varchar, failed_on date, followed_to date)',
  );
  await connection.run(
    'create temp table said (patient_id varchar, institution_id varchar, source_id varchar, failed_on varchar, followed_to varchar)',
  );
  const seen = Map.groupBy(
    (await connection.runAndReadAll(LESIONS)).getRows(),
    ([patient, institution]) => keyed(patient, institution),
  );
  const courses = Map.groupBy(
    (await connection.runAndReadAll(VOLUMES)).getRows(),
    ([patient, institution, course]) => keyed(patient, institution, course),
  );
  const appender = await connection.createAppender('said');
  for (const rows of courses.values()) {
    const [first] = rows;
    if (first === undefined) continue;
    const [patient, institution, course] = first;
    const control = localControlOfRecord({
      start: rows.map((row) => text(row[3]) ?? '').toSorted()[0] ?? '',
      end:
        rows
          .map((row) => text(row[4]) ?? '')
          .toSorted()
          .at(-1) ?? '',
      volumes: rows.map(volumeOf),
      seen: (seen.get(keyed(patient, institution)) ?? []).map(seenOf),
    });
    if (control === null) continue;
    for (const value of [text(patient), text(institution), text(course)])
      appender.appendVarchar(value ?? '');
    if (control.failedOn === null) appender.appendNull();
    else appender.appendVarchar(control.failedOn);
    appender.appendVarchar(control.followedTo);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(
    'insert into local_control select patient_id::uuid, institution_id::uuid, source_id, failed_on::date, followed_to::date from said',
  );
};
