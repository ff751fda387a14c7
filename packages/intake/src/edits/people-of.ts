import type { RecordOf } from '@nodp/record';
import type { ReadUnit } from '../units.ts';
import type { KnownTumour, Person } from './edit.ts';

const NOBODY: Person = { sex: 'UNKNOWN', born: null, died: null, tumours: [] };

/** What a submission says of a person over what was known: who does not speak of something takes it back only where it says so. */
const said = (known: Person, record: RecordOf<'patient'>): Person => {
  const gone = new Set(record.deletes ?? []);
  return {
    ...known,
    sex: record.sex === 'UNKNOWN' && !gone.has('sex') ? known.sex : record.sex,
    born: record.born ?? (gone.has('born') ? null : known.born),
    died: record.died ?? (gone.has('death') ? null : known.died),
  };
};

const tumourOf = (r: RecordOf<'tumour'>): KnownTumour => ({
  key: r.source.id,
  topography: r.topography,
  morphology: r.morphology,
  diagnosed: r.diagnosed,
});

/**
 * Whom the units of a submission are about, by the sender's keys.
 * @param known what the pool holds of them, by the same keys
 */
export const peopleOf = (
  units: readonly ReadUnit[],
  known: ReadonlyMap<string, Person>,
): ReadonlyMap<string, Person> => {
  const people = new Map(known);
  const tumours = new Map<string, Map<string, KnownTumour>>();
  for (const { reading, patient } of units) {
    if (reading.outcome !== 'read' || patient === null) continue;
    for (const record of reading.records) {
      const person = people.get(patient) ?? NOBODY;
      if (record.kind === 'patient') people.set(patient, said(person, record));
      if (record.kind === 'death')
        people.set(patient, { ...person, died: record.died ?? person.died });
      if (record.kind === 'tumour' && record.spread === 'PRIMARY') {
        const own = tumours.get(patient) ?? new Map(person.tumours.map((t) => [t.key, t]));
        own.set(record.source.id, tumourOf(record));
        tumours.set(patient, own);
      }
    }
  }
  for (const [patient, own] of tumours)
    people.set(patient, { ...(people.get(patient) ?? NOBODY), tumours: [...own.values()] });
  return people;
};
