import type { RowOutcome, Statement } from '@nodp/database';
import type { Resolved, Writing, WrittenRecord } from '@nodp/record';
import type { DeathRecord } from './record.ts';

const json = <Row>(text: string): Statement<Row> => ({ text, bind: (values) => [values.json] });

const putDeaths = json<{ patient: string; outcome: RowOutcome }>(
  'select patient, outcome from patients.put_deaths($1::text::jsonb)',
);

/** Writes deaths reported beside the demographics. */
export const writeDeaths = async (
  { session }: Writing,
  deaths: readonly Resolved<DeathRecord>[],
): Promise<WrittenRecord[]> => {
  const merged = new Map<string, Record<string, unknown>>();
  for (const { record: r, patientId } of deaths) {
    merged.set(patientId, {
      ...merged.get(patientId),
      patientId,
      ...(r.died === null ? {} : { diedOn: r.died.date, diedPrecision: r.died.precision }),
      ...(r.cause ?? {}),
    });
  }
  const rows = await session.run(putDeaths, { json: JSON.stringify([...merged.values()]) });
  const outcomes = new Map(rows.map(({ patient, outcome }) => [patient, outcome]));
  return deaths.map(({ record, patientId }) => ({
    kind: 'death',
    sourceType: record.source.type,
    sourceId: record.source.id,
    patientId,
    outcome: outcomes.get(patientId) ?? 'unchanged',
  }));
};
