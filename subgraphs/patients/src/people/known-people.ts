import type { Session, Statement } from '@nodp/database';
import type { Person } from '@nodp/intake';
import { type Precision, storedDate } from '@nodp/oncology';

interface KnownRow {
  readonly patientId: string;
  readonly sex: string;
  readonly bornOn: string | null;
  readonly bornPrecision: Precision | null;
  readonly diedOn: string | null;
  readonly diedPrecision: Precision | null;
  readonly tumours: readonly {
    readonly key: string;
    readonly topography: string | null;
    readonly morphology: string | null;
    readonly on: string | null;
    readonly precision: Precision | null;
  }[];
}

/** Under row-level security: a sender sees who is in its care, and of them the primaries that it reported itself. */
const known: Statement<KnownRow> = {
  text: `select p.patient_id, p.sex, p.born_on, p.born_precision, p.died_on, p.died_precision,
      coalesce((select jsonb_agg(jsonb_build_object('key', t.source_id, 'topography', t.topography, 'morphology', t.morphology,
          'on', t.diagnosed_on, 'precision', t.diagnosed_precision))
        from patients.tumour t where t.patient_id = p.patient_id and t.kind = 'PRIMARY'
          and t.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)), '[]') as tumours
    from unnest($1::uuid[]) as w(id) join patients.patient p on p.patient_id = w.id`,
  bind: ({ ids }) => [ids],
};

/** What the pool holds of patients that records are judged beside. */
export const knownPeople = async (
  session: Session,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> => {
  const rows = await session.run(known, { ids: [...patientIds] });
  return new Map(
    rows.map((row) => [
      row.patientId,
      {
        sex: row.sex,
        born: storedDate(row.bornOn, row.bornPrecision),
        died: storedDate(row.diedOn, row.diedPrecision),
        tumours: row.tumours.map(({ on, precision, ...tumour }) => ({
          ...tumour,
          diagnosed: storedDate(on, precision),
        })),
      },
    ]),
  );
};
