import type { Statement } from '@nodp/database';
import DataLoader from 'dataloader';
import type { SubgraphContext } from './context.ts';

interface OfPatient {
  readonly patientId: string;
}

/**
 * A maker of a loader of one patient's rows, batched into one statement `... = any(:ids)` and audited.
 * Pass it to `context.once`.
 */
export const rowsByPatient =
  <Row extends OfPatient>(statement: Statement<Row>) =>
  (context: SubgraphContext): DataLoader<string, Row[]> =>
    new DataLoader(async (ids) => {
      const [, rows] = await Promise.all([
        context.audit(ids),
        context.session.run(statement, { ids: [...ids] }),
      ]);
      const byPatient = Map.groupBy(rows, (row) => row.patientId);
      return ids.map((id) => byPatient.get(id) ?? []);
    });

/** As `rowsByPatient`, for what a patient has one of. */
export const rowByPatient =
  <Row extends OfPatient>(statement: Statement<Row>) =>
  (context: SubgraphContext): DataLoader<string, Row | null> =>
    new DataLoader(async (ids) => {
      const [, rows] = await Promise.all([
        context.audit(ids),
        context.session.run(statement, { ids: [...ids] }),
      ]);
      const byPatient = new Map(rows.map((row) => [row.patientId, row]));
      return ids.map((id) => byPatient.get(id) ?? null);
    });

interface RecordKey {
  readonly patientId: string;
  readonly id: string;
}

/** As above, for records by patient and id: `:patients` and `:ids` are parallel arrays. */
export const recordByKey =
  <Row extends RecordKey>(statement: Statement<Row>) =>
  (context: SubgraphContext): DataLoader<RecordKey, Row | null, string> => {
    const keyOf = (key: RecordKey) => `${key.patientId} ${key.id}`;
    return new DataLoader(
      async (keys) => {
        const patients = keys.map((key) => key.patientId);
        const [, rows] = await Promise.all([
          context.audit([...new Set(patients)]),
          context.session.run(statement, { patients, ids: keys.map((key) => key.id) }),
        ]);
        const byKey = new Map(rows.map((row) => [keyOf(row), row]));
        return keys.map((key) => byKey.get(keyOf(key)) ?? null);
      },
      { cacheKeyFn: keyOf },
    );
  };
