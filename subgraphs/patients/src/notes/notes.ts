import { sqlStatement } from '@nodp/database';
import {
  badInput,
  decodeOne,
  decodePair,
  encodeId,
  rowsByPatient,
  type SubgraphContext,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type {
  MutationChangeNoteArgs,
  MutationWriteNoteArgs,
  PatientNoteResolvers,
  PatientNoteVersionResolvers,
} from '../generated/resolvers.ts';
import { patientRow } from '../people/patient-rows.ts';
import { noteFiles } from './files.ts';
import type { patientNote } from './table.ts';

export type NoteVersionRow = typeof patientNote.$inferSelect;

/** A note with its versions, the latest first. */
export interface NoteOfPatient {
  readonly patientId: string;
  readonly id: string;
  readonly versions: readonly NoteVersionRow[];
}

/** Characters of a note, and notes of a patient at an institution. */
const [LONGEST, MOST] = [4000, 500];

const p = sql.placeholder;
const versionRows = rowsByPatient(
  sqlStatement<NoteVersionRow>(sql`
    select * from patients.patient_note where patient_id = any(${p('ids')}::uuid[]) order by id desc, version desc`),
);
const insert = sqlStatement<{ id: string }>(sql`
  insert into patients.patient_note (patient_id, id, version, institution_id, words, written_by)
  select ${p('patient')}::uuid, ${p('id')}::uuid, ${p('after')}::smallint + 1, ${p('institution')}::uuid, ${p('words')}, ${p('by')}
  where ${p('after')}::smallint = (select coalesce(max(n.version), 0) from patients.patient_note n
      where n.patient_id = ${p('patient')}::uuid and n.id = ${p('id')}::uuid)
    and not exists (select 1 from patients.patient_note n where n.patient_id = ${p('patient')}::uuid and n.id = ${p('id')}::uuid
      and n.written_by <> ${p('by')})
  on conflict do nothing returning id`);

/** A patient's notes at the reader's institution, the latest written first. */
export const notesOfPatient = async (
  patientId: string,
  context: SubgraphContext,
): Promise<NoteOfPatient[]> => {
  const rows = await context.once(versionRows).load(patientId);
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, versions]) => ({
    ...{ patientId, id, versions },
  }));
};

const readText = (text: string): string => {
  const words = text.trim();
  if (words.length === 0 || words.length > LONGEST)
    throw badInput(`A note has 1 to ${LONGEST} characters. / 备注需要1至${LONGEST}个字符。`);
  return words;
};

const keep = async (
  key: { readonly patientId: string; readonly id: string },
  after: number,
  words: string | null,
  context: SubgraphContext,
): Promise<NoteOfPatient | null> => {
  const { session, principal } = context;
  const stored = await session.run(insert, {
    ...{ patient: key.patientId, id: key.id, after, words },
    ...{ institution: principal.institutionId, by: principal.accountId },
  });
  if (stored.length === 0) return null;
  context.once(versionRows).clear(key.patientId);
  const notes = await notesOfPatient(key.patientId, context);
  return notes.find(({ id }) => id === key.id) ?? null;
};

const inCare = sqlStatement<{ cares: boolean }>(sql`
  select exists (select 1 from basic.care_relationship c where c.patient_id = ${p('patient')}::uuid
    and c.institution_id = ${p('institution')}::uuid) as cares`);

/** Notes something of a patient in the institution's care; null where there is none such. @throws BAD_USER_INPUT */
export const writeNote = async (
  { patient, text }: MutationWriteNoteArgs,
  context: SubgraphContext,
): Promise<NoteOfPatient | null> => {
  const patientId = decodeOne('Patient', patient);
  const words = readText(text);
  await context.session.audit('change', [patientId], { note: 'written' });
  const institution = context.principal.institutionId;
  const [care] = await context.session.run(inCare, { patient: patientId, institution });
  if (care?.cares !== true || (await context.once(patientRow).load(patientId)) === null)
    return null;
  if ((await notesOfPatient(patientId, context)).length >= MOST)
    throw badInput(`A patient has ${MOST} notes at most. / 每位患者最多${MOST}条备注。`);
  return keep({ patientId, id: uuidv7() }, 0, words, context);
};

/** Changes a note of the reader's own by a further version, or takes it back; null where it is none, or was changed meanwhile. @throws BAD_USER_INPUT */
export const changeNote = async (
  { id, after, text }: MutationChangeNoteArgs,
  context: SubgraphContext,
): Promise<NoteOfPatient | null> => {
  const key = decodePair('PatientNote', id);
  if (after < 1 || after > 1000) throw badInput('`after` is the version that was read, from 1 on.');
  const words = text == null ? null : readText(text);
  await context.session.audit('change', [key.patientId], {
    note: words === null ? 'taken back' : 'changed',
  });
  return keep(key, after, words, context);
};

export const PatientNote: PatientNoteResolvers = {
  id: ({ patientId, id }) => encodeId('PatientNote', patientId, id),
  text: ({ versions }) => versions[0]?.words ?? null,
  writtenBy: ({ versions }) => versions[0]?.writtenBy ?? '',
  own: ({ versions }, _, { principal }) => versions[0]?.writtenBy === principal.accountId,
  versions: ({ versions }) => [...versions],
  files: async ({ patientId, id }, _, context) =>
    (await context.once(noteFiles).load(patientId)).filter(({ noteId }) => noteId === id),
};

export const PatientNoteVersion: PatientNoteVersionResolvers = { text: ({ words }) => words };
