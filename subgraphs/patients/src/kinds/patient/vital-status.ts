import { type IdentityCipher, upsertInto } from '@nodp/database';
import { dateColumns, type Resolved, type Writing } from '@nodp/record';
import { composeVitalStatus } from '../death/compose.ts';
import { vitalStatusReport } from '../death/table.ts';
import type { PatientRecord } from './record.ts';

const reports = upsertInto(vitalStatusReport);

/** An identifier names a person, so only its keyed hash is stored; a sender's id does not. */
const storedKey = (cipher: IdentityCipher, key: string): string =>
  key.includes('|') ? `hash:${cipher.aliasHash(key)}` : key;

/** The columns of what demographics say of life or death; null where they do not speak of it. */
const saidOfLife = (r: PatientRecord) =>
  r.vitalStatus === 'UNKNOWN'
    ? null
    : {
        vitalStatus: r.vitalStatus,
        ...dateColumns('died', r.died),
        causeSystem: null,
        causeCode: null,
        causeDisplay: null,
      };

/** The row's key of what a sender's demographics say of life or death. */
const lifeKey = (cipher: IdentityCipher, r: PatientRecord) => ({
  sourceType: r.source.type,
  sourceId: storedKey(cipher, r.source.id),
});

/**
 * Writes what demographics say of life or death; those that do not speak of it take back nothing.
 * @returns the patients of whom something else was said than before
 */
export const writeLife = async (
  { session, submissionId, cipher }: Writing,
  people: readonly Resolved<PatientRecord>[],
): Promise<string[]> => {
  const rows = people.flatMap(({ record, patientId }) => {
    const content = saidOfLife(record);
    return content === null ? [] : [{ patientId, ...lifeKey(cipher, record), content }];
  });
  const written = await reports.write(session, submissionId, rows);
  const changed = written.filter(({ outcome }) => outcome !== 'unchanged');
  const patientIds = changed.map(({ patientId }) => patientId);
  await composeVitalStatus(session, patientIds);
  return patientIds;
};
