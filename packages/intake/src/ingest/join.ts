import type { Session } from '@nodp/database';
import type { Kind, KindModule, KindModules } from '@nodp/record';
import { moveHeld } from '../quarantine/held-rows.ts';
import type { ReadUnit } from '../units.ts';
import type { Claimed, Linked, PatientRegistry } from './pool.ts';

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
    await writer.move(session, linked.merged, linked.surviving);
  await registry.join(session, linked);
  await session.run(moveHeld, { ...linked });
};

/** Patients of whom the submission holds what only who treats them has: visits, specimens, orders and referrals. */
const treatedIn = (
  kinds: KindModules,
  units: readonly ReadUnit[],
  claimed: ReadonlyMap<string, Claimed>,
): string[] => {
  const shown = units.flatMap(({ patient, reading, careOf }) => {
    if (typeof careOf === 'object') return [careOf.patient];
    if (careOf === 'none' || patient === null || reading.outcome !== 'read') return [];
    const evidence = reading.records.some(
      ({ kind }) => (kinds[kind] as KindModule<Kind>).evidenceOfCare === true,
    );
    return evidence ? [patient] : [];
  });
  const treated = shown.map((key) => claimed.get(key)?.patientId ?? null);
  return [...new Set(treated.filter((id) => id !== null))];
};

/**
 * Joins the sender's patients with the persons that other institutions know, where there is evidence of care and the names
 * agree, or where it was approved: from then on the sender's readers see the whole record.
 */
export const openClaims = async (
  session: Session,
  registry: PatientRegistry,
  kinds: KindModules,
  claimed: ReadonlyMap<string, Claimed>,
  units: readonly ReadUnit[],
): Promise<readonly Linked[]> => {
  const whose = [...new Set([...claimed.values()].flatMap(({ patientId }) => patientId ?? []))];
  if (whose.length === 0) return [];
  const opened = await registry.settle(session, whose, treatedIn(kinds, units, claimed));
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
