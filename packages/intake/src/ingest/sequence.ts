import { contentHash } from '@nodp/database';
import type { ReadUnit, SentPart } from '../units.ts';
import type { EntryResult } from './results.ts';

/** The units of one thing sent (a message) among those that are taken in with it. */
export type PartUnits = readonly ReadUnit[];

/** The units of each part, in the order in which the parts were sent. */
export const partsIn = (
  units: readonly ReadUnit[],
  parts: readonly SentPart[],
): readonly PartUnits[] => {
  let from = 0;
  return parts.map((part) => {
    const own = units.slice(from, from + part.units);
    from += part.units;
    return own;
  });
};

const nameOf = ({ type, key }: ReadUnit): string | null => (key === null ? null : `${type} ${key}`);

/** Whether a unit says nothing beyond another of the same key: written after it, it would change nothing. */
const saysTheSame = (one: ReadUnit, other: ReadUnit): boolean => {
  const said = ({ reading, version, careOf, patient, content }: ReadUnit): string =>
    // What is retained is known by its content alone.
    JSON.stringify([reading, version, careOf, patient, reading.outcome === 'retained' && content]);
  return said(one) === said(other);
};

/** Whether a part makes one of two records of patients: what comes after it is about another patient than what came before. */
const joinsPatients = (part: PartUnits): boolean =>
  part.some(
    ({ reading }) =>
      reading.outcome === 'read' &&
      reading.records.some(
        (record) =>
          record.kind === 'patient' &&
          ((record.replaces ?? []).length > 0 || (record.replacedBy ?? null) !== null),
      ),
  );

/** What may show that two records of patients are one person's: their keys, other numbers and the national one. */
const personNames = ({ reading }: ReadUnit): string[] =>
  reading.outcome !== 'read'
    ? []
    : reading.records.flatMap((record) =>
        record.kind === 'patient'
          ? [record.patient, ...record.aliases, ...(record.nationalId ? [record.nationalId] : [])]
          : [],
      );

/**
 * Parts in runs that may each be written at once: within a run no record is told of in two ways, and no two of patients may be one person's,
 * so that what stands at its end is what would stand had its parts been written one after the other.
 */
export const runsOf = (parts: readonly PartUnits[]): readonly (readonly PartUnits[])[] => {
  const runs: PartUnits[][] = [];
  let known = new Map<string, ReadUnit>();
  let people = new Map<string, string | null>();
  let closed = true;
  const differs = (unit: ReadUnit): boolean => {
    const before = known.get(nameOf(unit) ?? '');
    if (before !== undefined) return !saysTheSame(before, unit);
    return personNames(unit).some((name) => people.has(name) && people.get(name) !== unit.key);
  };
  for (const part of parts) {
    const joins = joinsPatients(part);
    if (closed || joins || part.some(differs)) {
      runs.push([]);
      known = new Map();
      people = new Map();
    }
    closed = joins;
    runs.at(-1)?.push(part);
    for (const unit of part) {
      const name = nameOf(unit);
      if (name !== null) known.set(name, unit);
      for (const person of personNames(unit)) people.set(person, unit.key);
    }
  }
  return runs;
};

/** The units of a run, each record once. */
export const onceEach = (run: readonly PartUnits[]): ReadUnit[] => {
  const names = new Set<string>();
  return run.flat().filter((unit) => {
    const name = nameOf(unit);
    if (name === null) return true;
    const isNew = !names.has(name);
    names.add(name);
    return isNew;
  });
};

/**
 * What became of the units of each part of a run: of a record that was said again the same, that nothing changed.
 * @param entries of the units of which each record is one, in their order
 */
export const entriesOfParts = (
  run: readonly PartUnits[],
  entries: readonly EntryResult[],
): EntryResult[][] => {
  const known = new Map<string, EntryResult>();
  let next = 0;
  return run.map((part) =>
    part.map((unit) => {
      const name = nameOf(unit);
      const before = name === null ? undefined : known.get(name);
      if (before === undefined) {
        const entry = entries[next++] as EntryResult;
        if (name !== null) known.set(name, entry);
        return entry;
      }
      const isWritten = before.outcome === 'created' || before.outcome === 'updated';
      return {
        ...before,
        contentHash: before.contentHash === null ? null : contentHash(unit.content),
        outcome: isWritten ? 'unchanged' : before.outcome,
      };
    }),
  );
};
