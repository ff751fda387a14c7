import type { Session } from '@nodp/database';
import type { Kind, KindModule, KindModules, Resolved } from '@nodp/record';
import type { ReadUnit } from '../units.ts';
import type { Linked, PatientRegistry } from './pool.ts';

/** Which of a sender's records gave its place to which, as the records of a submission say it. */
const linksOf = (units: readonly ReadUnit[]) =>
  units.flatMap(({ reading }) =>
    reading.outcome !== 'read'
      ? []
      : reading.records.flatMap((record) => {
          if (record.kind !== 'patient') return [];
          const { patient: key, replaces = [], replacedBy = null } = record;
          return [
            ...replaces.map((replaced) => ({ replaced, by: key })),
            ...(replacedBy === null ? [] : [{ replaced: key, by: replacedBy }]),
          ];
        }),
  );

const joinAll = async (
  session: Session,
  registry: PatientRegistry,
  kinds: KindModules,
  linked: Linked,
): Promise<void> => {
  for (const { writer } of Object.values(kinds))
    await writer.move(session, linked.left, linked.kept);
  await registry.join(session, linked);
};

/** Patients of whom the submission holds what only who treats them has. Orders are retained unread and tell nothing yet. */
const treatedIn = (kinds: KindModules, records: readonly Resolved[]): string[] => [
  ...new Set(
    records
      .filter(({ record }) => (kinds[record.kind] as KindModule<Kind>).evidenceOfCare === true)
      .map(({ patientId }) => patientId),
  ),
];

/**
 * Joins the sender's patients with the persons that other institutions know, where there is evidence of care and the names
 * agree, or where it was approved: from then on the sender's readers see the whole record.
 */
export const openClaims = async (
  session: Session,
  registry: PatientRegistry,
  kinds: KindModules,
  claimed: readonly string[],
  records: readonly Resolved[],
): Promise<readonly Linked[]> => {
  if (claimed.length === 0) return [];
  const opened = await registry.settle(session, claimed, treatedIn(kinds, records));
  for (const linked of opened) await joinAll(session, registry, kinds, linked);
  return opened;
};

/**
 * Makes one patient of two where a hospital says that its one record of the person took the place of the other: its rows
 * move, its keys mean one patient. What other hospitals reported stays where it is.
 * @returns who were joined, in the order in which they were
 */
export const joinLinked = async (
  session: Session,
  registry: PatientRegistry,
  kinds: KindModules,
  units: readonly ReadUnit[],
): Promise<readonly Linked[]> => {
  const joined: Linked[] = [];
  for (const { replaced, by } of linksOf(units)) {
    const linked = await registry.link(session, replaced, by);
    if (linked === null) continue;
    await joinAll(session, registry, kinds, linked);
    joined.push(linked);
  }
  return joined;
};
