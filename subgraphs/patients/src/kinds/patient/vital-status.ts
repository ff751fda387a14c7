import { upsertInto } from '@nodp/database';
import type { Resolved, Writing } from '@nodp/record';
import { composeVitalStatus } from '../death/compose.ts';
import { vitalStatusReport } from '../death/table.ts';
import type { PatientRecord } from './record.ts';
import { lifeKey, saidOfLife } from './stored-person.ts';

const reports = upsertInto(vitalStatusReport);

/**
 * Writes what demographics say of life or death; those that do not speak of it take back nothing, unless they say that they do.
 * @returns the patients whose reported vital status changed
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
  const takenBack = people
    .filter(({ record }) => record.deletes?.includes('death') && saidOfLife(record) === null)
    .map(({ record, patientId }) => ({ patientId, ...lifeKey(cipher, record) }));
  const gone = takenBack.length === 0 ? [] : await reports.withdraw(session, takenBack);
  const changed = [...written.filter(({ outcome }) => outcome !== 'unchanged'), ...gone];
  const patientIds = changed.map(({ patientId }) => patientId);
  await composeVitalStatus(session, patientIds);
  return patientIds;
};
