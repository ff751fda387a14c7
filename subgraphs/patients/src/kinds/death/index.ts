import type { Session } from '@nodp/database';
import {
  codedColumns,
  dateColumns,
  type KindModule,
  mapping,
  type RecordOf,
  type Resolved,
} from '@nodp/record';
import { composeVitalStatus } from './compose.ts';
import { fhir } from './fhir.ts';
import { vitalStatusReport } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('death', vitalStatusReport, (r) => ({
  vitalStatus: 'DEAD' as const,
  ...dateColumns('died', r.died),
  ...codedColumns('cause', r.cause),
}));

/**
 * A cause of death stored before reports had rows of their own stands under a key that no sender gave. It
 * gives way to the first cause that its institution sends again.
 */
const supersede = async (
  session: Session,
  records: readonly Resolved<RecordOf<'death'>>[],
): Promise<void> => {
  const unnamed = records
    .filter(({ record }) => record.cause !== null)
    .map(({ patientId }) => ({ patientId, sourceType: 'Observation', sourceId: 'unknown' }));
  if (unnamed.length > 0) await rows.writer.withdraw(session, unnamed);
};

/** A death or its cause reported beside the demographics. */
export const deathKind: KindModule<'death'> = {
  kind: 'death',
  decidesSurveillance: () => true,
  mapping: rows,
  writer: {
    write: async (to, records) => {
      const written = await rows.writer.write(to, records);
      await supersede(to.session, records);
      const changed = written.filter(({ outcome }) => outcome !== 'unchanged');
      await composeVitalStatus(
        to.session,
        changed.map(({ patientId }) => patientId),
      );
      return written;
    },
    withdraw: async (session, keys) => {
      const gone = await rows.writer.withdraw(session, keys);
      await composeVitalStatus(
        session,
        gone.map(({ patientId }) => patientId),
      );
      return gone;
    },
    move: async (session, from, to) => {
      await rows.writer.move(session, from, to);
      await composeVitalStatus(session, [from, to]);
    },
  },
  contact: () => null,
  fhir,
  toFhir,
  // Vital status, put together of every report, is what the graph says of a death.
  graph: null,
};
