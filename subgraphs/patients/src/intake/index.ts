import type { IdentityCipher } from '@nodp/database';
import { type Kind, type RecordOf, type RecordWriter, type Resolved, writerOf } from '@nodp/intake';
import { clinicalMappings } from './clinical.ts';
import { writeDeaths, writePeople } from './people.ts';

export { patientRegistry } from './registry.ts';

const only = <K extends Kind>(records: readonly Resolved[], kind: K) =>
  records.filter((r): r is Resolved<RecordOf<K>> => r.record.kind === kind);

/** Writes who patients are and what happened to them. */
export const patientsWriter = (cipher: IdentityCipher): RecordWriter => {
  const clinical = writerOf(clinicalMappings);
  return {
    kinds: ['patient', 'death', ...clinical.kinds],
    write: async (session, submissionId, records) => {
      const people = only(records, 'patient');
      const deaths = only(records, 'death');
      return [
        // Persons first: what is written after needs their rows.
        ...(people.length > 0 ? await writePeople(session, cipher, submissionId, people) : []),
        ...(deaths.length > 0 ? await writeDeaths(session, deaths) : []),
        ...(await clinical.write(session, submissionId, records)),
      ];
    },
    withdraw: clinical.withdraw,
  };
};
