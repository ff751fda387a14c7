import { createHash } from 'node:crypto';
import { type IdentityCipher, type Session, sqlStatement } from '@nodp/database';
import { encodeId, rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { NoteFileResolvers } from '../generated/resolvers.ts';
import { fileKindOf, fileName } from './file-kind.ts';
import type { noteFile } from './table.ts';

export type NoteFileRow = Omit<typeof noteFile.$inferSelect, 'content'>;

/** Bytes of a file, and files of a note. */
export const LONGEST_FILE = 10 * 2 ** 20;
const MOST_FILES = 10;

const p = sql.placeholder;
const meta = sql`f.patient_id, f.id, f.note_id, f.institution_id, f.name, f.media_type, f.bytes, f.sha256, f.added_by, f.added_at, f.taken_back_at`;

/** A patient's files beside notes, without their content. */
export const noteFiles = rowsByPatient(
  sqlStatement<NoteFileRow>(sql`
    select ${meta} from patients.note_file f
    where f.patient_id = any(${p('ids')}::uuid[]) and f.taken_back_at is null order by f.id`),
);

/** Beside a note of the reader's own that was not taken back; the same content stands there once. */
const insert = sqlStatement<{ id: string }>(sql`
  insert into patients.note_file (patient_id, id, note_id, institution_id, name, media_type, bytes, sha256, content, added_by)
  select n.patient_id, ${p('file')}::uuid, n.id, n.institution_id, ${p('name')}, ${p('type')}, ${p('bytes')}::int, ${p('sha')},
    ${p('content')}, ${p('by')}
  from patients.patient_note n
  where n.patient_id = ${p('patient')}::uuid and n.id = ${p('id')}::uuid and n.written_by = ${p('by')} and n.words is not null
    and n.version = (select max(o.version) from patients.patient_note o where o.patient_id = n.patient_id and o.id = n.id)
    and (select count(*) from patients.note_file f where f.patient_id = n.patient_id and f.note_id = n.id
      and f.taken_back_at is null) < ${MOST_FILES}
    and not exists (select 1 from patients.note_file f where f.patient_id = n.patient_id and f.note_id = n.id
      and f.sha256 = ${p('sha')} and f.taken_back_at is null)
  returning id`);
/** What was taken back with its note is read no more. */
const content = sqlStatement<{
  name: string;
  mediaType: string;
  sha256: string;
  content: Uint8Array;
}>(sql`
  select f.name, f.media_type, f.sha256, f.content from patients.note_file f
  where f.patient_id = ${p('patient')}::uuid and f.id = ${p('id')}::uuid and f.taken_back_at is null
    and (select n.words is not null from patients.patient_note n where n.patient_id = f.patient_id and n.id = f.note_id
      order by n.version desc limit 1)`);
const takeBack = sqlStatement<{ id: string }>(sql`
  update patients.note_file set taken_back_at = clock_timestamp()
  where patient_id = ${p('patient')}::uuid and id = ${p('id')}::uuid and taken_back_at is null and added_by = ${p('by')}
  returning id`);

interface Key {
  readonly patientId: string;
  readonly id: string;
}

/** The database takes no more of it than this, so that what is refused is refused before it is sealed. */
export type AddedFile = { readonly id: string } | 'KIND' | 'NOT_TAKEN';

/**
 * Adds a file to a note of the account's own.
 * @param key of the note
 * @returns `KIND` of bytes that are not stored, `NOT_TAKEN` where there is no such note, it has ten files, or the same file already
 */
export const addNoteFile = async (
  session: Session,
  cipher: IdentityCipher,
  key: Key,
  given: { readonly name: string; readonly bytes: Uint8Array },
): Promise<AddedFile> => {
  const type = fileKindOf(given.bytes);
  if (type === null) return 'KIND';
  await session.audit('change', [key.patientId], { note: 'file added' });
  const file = uuidv7();
  const [stored] = await session.run(insert, {
    ...{ patient: key.patientId, id: key.id, file, type, by: session.principal.accountId },
    ...{ name: fileName(given.name, type), bytes: given.bytes.byteLength },
    sha: createHash('sha256').update(given.bytes).digest('hex'),
    content: cipher.seal(Buffer.from(given.bytes)),
  });
  return stored === undefined ? 'NOT_TAKEN' : { id: encodeId('NoteFile', key.patientId, file) };
};

/** A file beside a note, opened; null where the reader sees none such. @throws where the content is not what was stored */
export const readNoteFile = async (session: Session, cipher: IdentityCipher, key: Key) => {
  await session.audit('read', [key.patientId], { note: 'file read' });
  const [row] = await session.run(content, { patient: key.patientId, id: key.id });
  if (row === undefined) return null;
  const bytes = cipher.open(row.content);
  if (createHash('sha256').update(bytes).digest('hex') !== row.sha256)
    throw new Error('A file beside a note is not what was stored.');
  return { name: row.name, mediaType: row.mediaType, bytes };
};

/** @returns whether there was such a file of the account's own */
export const takeNoteFileBack = async (session: Session, key: Key): Promise<boolean> => {
  await session.audit('change', [key.patientId], { note: 'file taken back' });
  const rows = await session.run(takeBack, {
    ...{ patient: key.patientId, id: key.id, by: session.principal.accountId },
  });
  return rows.length > 0;
};

export const NoteFile: NoteFileResolvers = {
  id: ({ patientId, id }) => encodeId('NoteFile', patientId, id),
  own: ({ addedBy }, _, { principal }) => addedBy === principal.accountId,
};
