import type { RecordKey, RowOutcome, Session } from '@nodp/database';
import { nationalDay } from '@nodp/oncology';
import type {
  Issue,
  Kind,
  KindModule,
  KindModules,
  Resolved,
  Writing,
  WrittenRecord,
} from '@nodp/record';
import { noteCodes } from '../codes/note.ts';
import { type JudgedAs, judged } from '../edits/examine.ts';
import { quarantine } from '../quarantine/quarantine.ts';
import type { ReadUnit } from '../units.ts';
import { aboutUnits } from './about.ts';
import { joinLinked, openClaims } from './join.ts';
import { claimsOf, refuseSeveral, refuseTwoKeys, resolvePatients, seenOf } from './people.ts';
import type { Claimed } from './pool.ts';
import { type AskedSubmission, patientsOf, recordWork } from './recorded.ts';
import { type EntryResult, isRefused, outcomeOf, resultOf } from './results.ts';
import { keep } from './retained.ts';
import type { IntakeServices } from './services.ts';
import { findBefore, recordOf } from './stale.ts';
import { compareVersions } from './versions.ts';

/** An entry was refused after the work began: nothing of the transaction stays. */
export class TransactionRefused extends Error {
  readonly entries: readonly ReadUnit[];
  constructor(entries: readonly ReadUnit[]) {
    super('The transaction was refused.');
    this.entries = entries;
  }
}

/** Corrected, and an edit holds it still. */
export class StillHeld extends Error {
  readonly unit: ReadUnit;
  constructor(unit: ReadUnit) {
    super('An edit holds the record still.');
    this.unit = unit;
  }
}

/** A held record that somebody decides on. */
export interface Deciding {
  /** Whether it is taken though edits hold it. */
  readonly overrule: boolean;
  /** Stores the decision. */
  close(): Promise<void>;
}

/** Records of the pool that an edit may hold now though it did not when they came. */
export interface Sweeping {
  /** Of patients, the records that have to be held still: a newer submission may have told of them meanwhile. */
  faulty(patientIds: readonly string[]): Promise<ReadonlySet<string>>;
}

const CORRECTED: Issue = {
  severity: 'information',
  code: 'informational',
  where: '',
  message:
    'The same content was held, and a data manager corrected it: the corrected record stands until another content is sent.',
};

/** The units after their edits: held against the pool and against what was decided before. */
const held = async (
  session: Session,
  services: IntakeServices,
  submissionId: string,
  { units, outdated }: { units: readonly ReadUnit[]; outdated: ReadonlyMap<ReadUnit, Issue> },
  claimed: ReadonlyMap<string, Claimed>,
  purpose: Deciding | Sweeping | undefined,
) => {
  const deciding = purpose !== undefined && 'overrule' in purpose ? purpose : undefined;
  const stored = purpose !== undefined && deciding === undefined;
  const as: JudgedAs = stored ? 'stored' : deciding?.overrule === true ? 'overruled' : 'sent';
  const about = await aboutUnits(session, services.registry, units, claimed);
  const examined = units.map((unit) => (outdated.has(unit) ? unit : judged(unit, about(unit), as)));
  const none = new Set<ReadUnit>();
  if (deciding !== undefined) {
    const still = examined.find(({ reading }) => reading.outcome === 'held');
    if (still !== undefined) throw new StillHeld(still);
    return { entries: examined, corrected: none, cleared: [], close: () => deciding.close() };
  }
  const current = examined.filter((_, i) => !outdated.has(units[i] as ReadUnit));
  const quarantined = await quarantine(
    session,
    services,
    submissionId,
    current,
    claimed,
    about,
    stored,
  );
  let next = 0;
  const entries = examined.map((unit, i) =>
    outdated.has(units[i] as ReadUnit) ? unit : (quarantined.units[next++] as ReadUnit),
  );
  return { ...quarantined, entries };
};

const outcomesOf = (
  written: readonly WrittenRecord[],
  gone: readonly RecordKey[],
): ReadonlyMap<string, readonly RowOutcome[]> => {
  const outcomes = new Map<string, RowOutcome[]>();
  const add = (row: RecordKey, outcome: RowOutcome) => {
    const known = outcomes.get(recordOf(row));
    if (known === undefined) outcomes.set(recordOf(row), [outcome]);
    else known.push(outcome);
  };
  for (const row of written) add(row, row.outcome);
  for (const row of gone) add(row, 'updated');
  return outcomes;
};

/** Writes the records kind by kind, in the order of the kinds: persons first. */
const writeAll = async (
  to: Writing,
  kinds: KindModules,
  records: readonly Resolved[],
): Promise<WrittenRecord[]> => {
  const byKind = Map.groupBy(records, ({ record }) => record.kind);
  const written: WrittenRecord[] = [];
  for (const [kind, { writer }] of Object.entries(kinds) as [Kind, KindModule<Kind>][]) {
    const own = byKind.get(kind);
    if (own !== undefined) written.push(...(await writer.write(to, own)));
    byKind.delete(kind);
  }
  // Answering that such records are there would lose them.
  if (byKind.size > 0)
    throw new Error(`No subgraph writes records of ${[...byKind.keys()].join(', ')}.`);
  return written;
};

const nameOf = ({ type, key }: ReadUnit): string =>
  recordOf({ sourceType: type, sourceId: key ?? '' });

const isOf = ({ patientId, sourceType, sourceId }: RecordKey): string =>
  `${patientId} ${sourceType} ${sourceId}`;

/** Patients of whom a record that decides was written; rows that went do not say what they were. */
const changedBy = (
  decides: (record: Resolved['record']) => boolean,
  records: readonly Resolved[],
  changed: ReadonlySet<string>,
  gone: readonly RecordKey[],
): ReadonlySet<string> => {
  const deciding = records.filter(
    ({ record, patientId }) =>
      decides(record) &&
      changed.has(isOf({ patientId, sourceType: record.source.type, sourceId: record.source.id })),
  );
  return new Set([...deciding, ...gone].map(({ patientId }) => patientId));
};

/** Who was parted from whom, because the number that joined them was corrected. */
const partedIn = (claimed: ReadonlyMap<string, Claimed>) =>
  [...claimed.values()].flatMap((c) =>
    c.patientId !== null && c.partedFrom !== undefined
      ? [{ own: c.patientId, from: c.partedFrom }]
      : [],
  );

/**
 * The work of one submission, within one transaction.
 * @param rules the clinical rules in force
 */
export const work = async (
  session: Session,
  services: IntakeServices,
  submissionId: string,
  read: AskedSubmission,
  rules: ReadonlySet<string>,
  /** Left out of what is sent now. */
  purpose?: Deciding | Sweeping,
): Promise<EntryResult[]> => {
  const sweeping = purpose !== undefined && 'faulty' in purpose ? purpose : undefined;
  const { registry, kinds, cipher } = services;
  const units = await refuseSeveral(session, registry, read.units);
  const claims = claimsOf(units);
  const first = await registry.claim(session, claims);
  const parted = partedIn(first);
  const joined = await joinLinked(session, registry, kinds, units);
  const claimed = joined.length === 0 ? first : await registry.claim(session, claims);
  if ((read.parts ?? []).length > 1) refuseTwoKeys(units, claimed);
  const faulty = await sweeping?.faulty(patientsOf(claimed.values()));
  const resolved = resolvePatients(units, claimed).filter(
    (unit) =>
      faulty === undefined ||
      faulty.has(recordOf({ sourceType: unit.type, sourceId: unit.key ?? '' })),
  );
  const versions = await compareVersions(session, cipher, resolved);
  const judgedUnits = await held(session, services, submissionId, versions, claimed, purpose);
  const { entries, corrected, cleared } = judgedUnits;
  const sent = entries.filter(
    (entry) =>
      !versions.outdated.has(entry) &&
      !corrected.has(entry) &&
      // Nothing is said anew: what an edit does not hold stays as it is stored.
      (sweeping === undefined || entry.reading.outcome === 'held'),
  );
  const current = [...sent, ...cleared];
  if (read.form === 'transaction' && entries.some(isRefused)) throw new TransactionRefused(entries);

  const records = current.flatMap((entry): Resolved[] => {
    const patientId = entry.patient === null ? null : claimed.get(entry.patient)?.patientId;
    if (entry.reading.outcome !== 'read' || !patientId) return [];
    return entry.reading.records.map((record) => ({ record, patientId }));
  });
  const withdrawStale = await findBefore(
    session,
    services,
    current,
    claimed,
    sweeping !== undefined,
  );
  const written = await writeAll({ session, submissionId, cipher }, kinds, records);
  const gone = await withdrawStale(written);
  await keep(session, cipher, submissionId, current);
  await versions.close();
  await judgedUnits.close();
  const opened = await openClaims(session, registry, kinds, claimed, current);
  const movedTo = new Map(opened.map(({ surviving, merged }) => [merged, surviving]));
  const now = (patientId: string): string => movedTo.get(patientId) ?? patientId;
  await recordWork(session, submissionId, read, { claimed, joined, opened, parted });
  const seen = [
    ...seenOf(kinds, records, claimed, nationalDay(new Date()), gone).map((one) => ({
      ...one,
      patientId: now(one.patientId),
    })),
    ...parted.map(({ from }) => ({ patientId: from, lastContactOn: null })),
  ];
  // What stands with another person now is decided anew, whatever was written.
  const moved = [
    ...[...joined, ...opened].map(({ surviving }) => surviving),
    ...parted.flatMap(({ own, from }) => [own, from]),
  ];
  const changed = new Set(
    written.filter(({ outcome }) => outcome !== 'unchanged').map((row) => isOf(row)),
  );
  const renewedBy = (
    rule: 'decidesDiagnosis' | 'decidesSurveillance' | 'decidesStageCheck',
  ): ReadonlySet<string> => {
    const decides = (record: Resolved['record']): boolean =>
      (kinds[record.kind] as KindModule<Kind>)[rule]?.(record) === true;
    return new Set([...[...changedBy(decides, records, changed, gone)].map(now), ...moved]);
  };
  if (seen.length > 0)
    await registry.renew(session, seen, {
      summary: renewedBy('decidesDiagnosis'),
      surveillance: renewedBy('decidesSurveillance'),
      stageCheck: renewedBy('decidesStageCheck'),
      rules,
    });

  // What was held and is cleared now was noted when it came.
  await noteCodes(session, submissionId, sent);
  // Last, since it waits for other writers of pairs, who wait for nobody after that.
  const said = written.filter((row) => row.kind === 'patient' && row.outcome !== 'unchanged');
  await registry.match(session, [...new Set(said.map(({ patientId }) => now(patientId)))]);

  const outcomes = outcomesOf(written, gone);
  return entries.map((entry) => {
    const outdated = versions.outdated.get(entry);
    if (outdated !== undefined) return { ...resultOf(entry, 'unchanged'), issues: [outdated] };
    if (corrected.has(entry))
      return { ...resultOf(entry, 'unchanged'), issues: [{ ...CORRECTED, where: entry.where }] };
    return resultOf(entry, outcomeOf(entry, outcomes.get(nameOf(entry)) ?? []));
  });
};
