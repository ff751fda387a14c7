import type { Session } from '@nodp/database';
import type { KindModules } from '@nodp/record';
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
    for (const { writer } of Object.values(kinds))
      await writer.move(session, linked.left, linked.kept);
    await registry.join(session, linked);
    joined.push(linked);
  }
  return joined;
};
