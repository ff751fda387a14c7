import type { RecordKey, RowOfBefore, Session } from '@nodp/database';
import type { Kind, KindModule, KindModules, Mapping, WrittenRecord } from '@nodp/record';
import type { ReadUnit } from '../units.ts';
import type { Claimed } from './pool.ts';
import type { IntakeServices } from './services.ts';

/** A record as it was sent now, whose rows of before may stand no more. */
interface SentRecord {
  readonly patientId: string;
  readonly sourceType: string;
  readonly sourceId: string;
  /** The kinds whose rows may have been read from it. */
  readonly kinds: readonly Kind[];
  /** Whether it was known of the patient before the submission. */
  readonly ofKnown: boolean;
}

/** The record that a row was read from. */
export const recordOf = ({
  sourceType,
  sourceId,
}: Pick<RecordKey, 'sourceType' | 'sourceId'>): string => `${sourceType} ${sourceId.split('#')[0]}`;

const rowOf = (kind: Kind, { patientId, sourceType, sourceId }: RecordKey): string =>
  `${kind} ${patientId} ${sourceType} ${sourceId}`;

/** Records whose rows of before may stand no more: of a patient who is claimed, and not sent to be left as they are. */
const sentRecords = (
  entries: readonly ReadUnit[],
  claimed: ReadonlyMap<string, Claimed>,
  heldGoes: boolean,
): SentRecord[] =>
  entries.flatMap(({ patient, key, type, kinds, reading }): SentRecord[] => {
    const claim = patient === null ? undefined : claimed.get(patient);
    const patientId = claim?.patientId ?? null;
    if (patientId === null || key === null) return [];
    // Of what is refused or held the record of before stands.
    if (reading.outcome === 'refused' || (reading.outcome === 'held' && !heldGoes)) return [];
    const conditional = reading.outcome === 'read' && reading.records.some((r) => r.createOnly);
    if (type === 'Patient' || conditional) return [];
    const ofKnown = claim?.state === 'known';
    return [{ patientId, sourceType: type, sourceId: key, kinds, ofKnown }];
  });

/** Rows of before that stand no more: not written now, and of the record's patient, or of another one where it moved. */
const staleRows = (
  sent: readonly SentRecord[],
  before: readonly RowOfBefore<Kind>[],
  written: readonly WrittenRecord[],
): RowOfBefore<Kind>[] => {
  if (before.length === 0) return [];
  const records = Map.groupBy(sent, recordOf);
  const created = new Set(written.filter((r) => r.outcome === 'created').map(recordOf));
  const stay = new Set(written.map((row) => rowOf(row.kind, row)));
  return before.filter((row) => {
    if (stay.has(rowOf(row.table, row))) return false;
    const isNew = created.has(recordOf(row));
    const its = records.get(recordOf(row)) ?? [];
    return its.some((r) => isNew || (r.ofKnown && r.patientId === row.patientId));
  });
};

/**
 * Finds what was read before from the records of a submission, before it is written: most submissions hold nothing that was.
 * @returns what takes away, after the writing, the rows that stand no more; it gives the keys of those that went
 */
export const findBefore = async (
  session: Session,
  { kinds, rowsOfBefore }: Pick<IntakeServices, 'kinds' | 'rowsOfBefore'>,
  entries: readonly ReadUnit[],
  claimed: ReadonlyMap<string, Claimed>,
  /** Whether of what is held the rows of before go too: they are what is held. */
  heldGoes: boolean,
): Promise<(written: readonly WrittenRecord[]) => Promise<RecordKey[]>> => {
  const sent = sentRecords(entries, claimed, heldGoes);
  const before = await rowsOfBefore(
    session,
    sent.map((record) => ({ ...record, tables: record.kinds })),
  );
  return async (written) => {
    const gone: RecordKey[] = [];
    for (const [kind, rows] of Map.groupBy(staleRows(sent, before, written), (r) => r.table)) {
      const { writer } = kinds[kind] as KindModule<Kind>;
      gone.push(...(await writer.withdraw(session, rows)));
    }
    return gone;
  };
};

/** The kinds, each with the table that its rows stand in. */
export const tablesOf = (kinds: KindModules): (readonly [Kind, Mapping<Kind>['table']])[] =>
  (Object.values(kinds) as KindModule<Kind>[]).flatMap(({ kind, mapping }) =>
    mapping === null ? [] : [[kind, mapping.table] as const],
  );
