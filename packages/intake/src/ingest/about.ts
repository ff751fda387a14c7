import type { Session } from '@nodp/database';
import { nationalDay } from '@nodp/oncology';
import type { About, Person } from '../edits/edit.ts';
import { peopleOf } from '../edits/people-of.ts';
import { editsOf } from '../edits/registry.ts';
import type { ReadUnit } from '../units.ts';
import type { Claimed, PatientRegistry } from './pool.ts';

/** Patients known before of whom something is sent that an edit reads. */
const toResolve = (
  units: readonly ReadUnit[],
  claimed: ReadonlyMap<string, Claimed>,
): ReadonlyMap<string, string> => {
  const keys = new Map<string, string>();
  for (const { patient, reading } of units) {
    if (patient === null || keys.has(patient) || reading.outcome !== 'read') continue;
    const claim = claimed.get(patient);
    if (claim?.state !== 'known') continue;
    if (reading.records.some(({ kind }) => editsOf(kind).length > 0))
      keys.set(patient, claim.patientId);
  }
  return keys;
};

/** What each unit of a submission is judged beside: who it is about as the submission says it, else as the pool has it. */
export const aboutUnits = async (
  session: Session,
  registry: PatientRegistry,
  units: readonly ReadUnit[],
  claimed: ReadonlyMap<string, Claimed>,
): Promise<(unit: ReadUnit) => About> => {
  const keys = toResolve(units, claimed);
  const stored =
    keys.size === 0
      ? new Map<string, Person>()
      : await registry.known(session, [...new Set(keys.values())]);
  const known = new Map(
    [...keys].flatMap(([key, id]) => {
      const person = stored.get(id);
      return person === undefined ? [] : [[key, person] as const];
    }),
  );
  const people = peopleOf(units, known);
  const today = { date: nationalDay(new Date()), precision: 'day' as const };
  const nobody: About = { person: null, today };
  // Made once for a person: what follows for a tumour is retained by it.
  const abouts = new Map([...people].map(([key, person]) => [key, { person, today }] as const));
  return ({ patient }) => (patient === null ? nobody : (abouts.get(patient) ?? nobody));
};
