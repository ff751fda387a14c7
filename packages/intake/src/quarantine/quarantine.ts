import type { IdentityCipher, Session } from '@nodp/database';
import { storableJson } from '@nodp/database';
import type { Kind } from '@nodp/record';
import { v7 as uuidv7 } from 'uuid';
import type { About } from '../edits/edit.ts';
import { judged } from '../edits/examine.ts';
import type { Finding } from '../edits/finding.ts';
import { EDITS_VERSION } from '../edits/registry.ts';
import type { Claimed } from '../ingest/pool.ts';
import type { IntakeServices } from '../ingest/services.ts';
import type { ReadUnit } from '../units.ts';
import {
  endHeld,
  heldOfKeys,
  heldOfPatients,
  insertHeld,
  type KnownHeld,
  type NewHeld,
  openHeld,
  recordsHashOf,
  sealHeld,
} from './held-rows.ts';

const keyOf = (type: string, key: string): string => `${type} ${key}`;

/** A unit of a record that is held, as it was read. */
export const unitOfHeld = (held: {
  readonly sourceType: string;
  readonly sourceId: string;
  readonly place: string;
  readonly content: unknown;
  readonly patient: string;
  readonly kinds: readonly Kind[];
  readonly records: Extract<ReadUnit['reading'], { outcome: 'read' }>['records'];
}): ReadUnit => ({
  type: held.sourceType,
  where: held.place,
  key: held.sourceId,
  content: held.content,
  patient: held.patient,
  subject: held.place,
  locate: (names) => `${held.place}.${names[0] ?? ''}`,
  version: null,
  mustBeOne: false,
  kinds: held.kinds,
  reading: { outcome: 'read', records: held.records, warnings: [] },
});

/** Why a record is held, as its row keeps it. */
export const reasonsOf = (
  findings: readonly Finding[],
): Pick<NewHeld, 'reasons' | 'edits' | 'editsVersion'> => ({
  reasons: findings.map(({ edit, record, fields, found }) => ({
    edit,
    record,
    fields,
    reason: found.reason,
    remedy: found.remedy,
    ...(found.suggestion === undefined ? {} : { suggestion: found.suggestion }),
  })),
  edits: [...new Set(findings.map(({ edit }) => edit))],
  editsVersion: EDITS_VERSION,
});

const newHeld = (
  unit: ReadUnit,
  cipher: IdentityCipher,
  claimed: ReadonlyMap<string, Claimed>,
  submissionId: string,
): NewHeld | null => {
  const { reading, patient, key } = unit;
  const patientId = patient === null ? null : (claimed.get(patient)?.patientId ?? null);
  if (reading.outcome !== 'held' || patient === null || key === null || patientId === null)
    return null;
  const { records, findings } = reading;
  return {
    id: uuidv7(),
    patientId,
    sourceType: unit.type,
    sourceId: key,
    kinds: unit.kinds,
    submissionId,
    place: unit.where,
    recordsHash: recordsHashOf(records),
    sealed: sealHeld(cipher, { content: unit.content, records, patient }),
    ...reasonsOf(findings),
  };
};

export interface Quarantined {
  /** The units; what was overruled before is taken. */
  readonly units: readonly ReadUnit[];
  /** Units whose content somebody corrected: what was corrected stands. */
  readonly corrected: ReadonlySet<ReadUnit>;
  /** Held before; what faults it now is gone, since who the person is was corrected. */
  readonly cleared: readonly ReadUnit[];
  /** Stores what is held, and frees what it took the place of. */
  close(): Promise<void>;
}

/** Held records of patients whose demographics came again, that no edit holds any more. */
const clearedBy = async (
  session: Session,
  cipher: IdentityCipher,
  units: readonly ReadUnit[],
  claimed: ReadonlyMap<string, Claimed>,
  about: (unit: ReadUnit) => About,
): Promise<readonly (readonly [string, ReadUnit])[]> => {
  const again = units.flatMap(({ patient, reading }) => {
    const claim = patient === null ? undefined : claimed.get(patient);
    const says =
      reading.outcome === 'read' &&
      reading.records.some(({ kind }) => kind === 'patient' || kind === 'death');
    return says && claim?.state === 'known' ? [claim.patientId] : [];
  });
  if (again.length === 0) return [];
  const sentNow = new Set(units.flatMap((u) => (u.key === null ? [] : [keyOf(u.type, u.key)])));
  const rows = await session.run(heldOfPatients, { ids: [...new Set(again)] });
  return rows.flatMap((row) => {
    if (sentNow.has(keyOf(row.sourceType, row.sourceId))) return [];
    const unit = unitOfHeld(openHeld(cipher, row));
    const beside = about(unit);
    if (beside.person === null) return [];
    const known = judged(unit, beside);
    return known.reading.outcome === 'read' ? [[row.id, known] as const] : [];
  });
};

/**
 * Puts held records and what is sent now together, within the submission's transaction: the same content that somebody decided
 * on is not held again, and another content of a record frees the one that was held.
 */
export const quarantine = async (
  session: Session,
  { cipher }: IntakeServices,
  submissionId: string,
  units: readonly ReadUnit[],
  claimed: ReadonlyMap<string, Claimed>,
  about: (unit: ReadUnit) => About,
  /** Whether the units are what is stored, sent long ago: what was held or decided since is newer, and stands. */
  stored = false,
): Promise<Quarantined> => {
  const sent = units.filter(({ key, reading }) => key !== null && reading.outcome !== 'refused');
  const columns = [sent.map((u) => u.type), sent.map((u) => u.key)];
  const known = sent.length === 0 ? [] : await session.run(heldOfKeys, { columns });
  const byKey = Map.groupBy(known, (row) => keyOf(row.sourceType, row.sourceId));
  const corrected = new Set<ReadUnit>();
  const replaced = new Set<string>();
  const hold: ReadUnit[] = [];
  const replace = (rows: readonly KnownHeld[]) => {
    for (const { id } of rows) replaced.add(id);
  };
  const decided = units.map((unit): ReadUnit => {
    const { reading, key } = unit;
    const rows = key === null ? undefined : byKey.get(keyOf(unit.type, key));
    if (reading.outcome === 'refused') return unit;
    if (stored && (reading.outcome !== 'held' || rows?.some(({ state }) => state === 'HELD')))
      return unit;
    if (reading.outcome !== 'held') {
      if (rows !== undefined) {
        const hash = reading.outcome === 'read' ? recordsHashOf(reading.records) : null;
        replace(rows.filter((row) => row.state === 'HELD' || row.recordsHash !== hash));
      }
      return unit;
    }
    const hash = recordsHashOf(reading.records);
    const same = rows?.find((row) => row.recordsHash === hash);
    replace((rows ?? []).filter((row) => row.state === 'HELD' && row.id !== same?.id));
    if (same === undefined) {
      hold.push(unit);
      return unit;
    }
    if (same.state === 'HELD') return unit;
    const taken: ReadUnit = {
      ...unit,
      reading: { outcome: 'read', records: reading.records, warnings: reading.warnings },
    };
    if (same.state === 'CORRECTED') corrected.add(taken);
    return taken;
  });
  const cleared = await clearedBy(session, cipher, units, claimed, about);
  return {
    units: decided,
    corrected,
    cleared: cleared.map(([, unit]) => unit),
    close: async () => {
      if (replaced.size > 0) await session.run(endHeld, { ids: [...replaced], state: 'REPLACED' });
      if (cleared.length > 0)
        await session.run(endHeld, { ids: cleared.map(([id]) => id), state: 'CLEARED' });
      // A record may stand twice in a submission: the last is held.
      const rows = new Map(
        hold.flatMap((unit) => {
          const row = newHeld(unit, cipher, claimed, submissionId);
          return row === null ? [] : [[keyOf(row.sourceType, row.sourceId), row] as const];
        }),
      );
      if (rows.size > 0) await session.run(insertHeld, { json: storableJson([...rows.values()]) });
    },
  };
};
