import { latestDay } from '@nodp/oncology';
import type { Kind, KindModule, KindModules, RecordOf } from '@nodp/record';
import type { EntryResult } from '../ingest/results.ts';
import type { ReadUnit } from '../units.ts';

const OUTCOMES = ['created', 'updated', 'unchanged', 'retained', 'held', 'refused'] as const;
/** Days from what happened until it was received; the last has no end. */
const LAGS = [1, 7, 30, 90, 365] as const;
const LAG_NAMES = ['within1', 'within7', 'within30', 'within90', 'within365', 'later'] as const;

type Counts = Record<(typeof OUTCOMES)[number] | (typeof LAG_NAMES)[number], number>;

/** What a submission adds to its institution's tallies. */
export interface Tally {
  readonly types: readonly (Counts & { readonly resourceType: string })[];
  readonly reasons: readonly {
    readonly outcome: 'held' | 'refused' | 'warned';
    readonly reason: string;
    readonly records: number;
    readonly where: string;
  }[];
  readonly completeness: readonly {
    readonly siteGroup: string;
    tumours: number;
    morphology: number;
    basis: number;
    diagnosedToDay: number;
    stage: number;
  }[];
}

const zero = (): Counts =>
  Object.fromEntries([...OUTCOMES, ...LAG_NAMES].map((name) => [name, 0])) as Counts;

const DAY = 86_400_000;

/** Days from the day that a unit's first record is of until today; null where it says no day, or one to come. */
const lagOf = (kinds: KindModules, unit: ReadUnit, today: string): number | null => {
  if (unit.reading.outcome !== 'read') return null;
  const [record] = unit.reading.records;
  if (record === undefined || record.kind === 'patient') return null;
  const met = (kinds[record.kind] as KindModule<Kind>).contact(record);
  if (met === null) return null;
  const day = typeof met === 'string' ? met.slice(0, 10) : latestDay(met);
  const lag = (Date.parse(today) - Date.parse(day)) / DAY;
  return lag >= 0 ? lag : null;
};

const reasonsOf = (entries: readonly EntryResult[]): Tally['reasons'] => {
  const found = new Map<
    string,
    { -readonly [K in keyof Tally['reasons'][number]]: Tally['reasons'][number][K] }
  >();
  for (const { outcome, issues } of entries) {
    const as = outcome === 'held' || outcome === 'refused' ? outcome : 'warned';
    const told = issues.filter(
      ({ severity, edit }) => severity !== 'information' && (as !== 'warned' || edit !== undefined),
    );
    // A record counts once for each reason.
    for (const [reason, where] of new Map(told.map((i) => [i.edit ?? i.code, i.where]))) {
      const key = `${as} ${reason}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { outcome: as, reason, records: 1, where });
      else known.records++;
    }
  }
  return [...found.values()];
};

const completenessOf = (
  units: readonly ReadUnit[],
  entries: readonly EntryResult[],
): Tally['completeness'] => {
  const staged = new Set<string>();
  const tumours: RecordOf<'tumour'>[] = [];
  for (const [i, { reading, patient }] of units.entries()) {
    if (reading.outcome !== 'read') continue;
    for (const record of reading.records) {
      if (record.kind === 'stage') staged.add(`${patient} ${record.tumour ?? ''}`);
      if (
        record.kind === 'tumour' &&
        record.spread === 'PRIMARY' &&
        entries[i]?.outcome === 'created'
      )
        tumours.push(record);
    }
  }
  const bySite = new Map<string, Tally['completeness'][number]>();
  for (const record of tumours) {
    const siteGroup = record.siteGroup ?? 'unknown';
    const of = bySite.get(siteGroup) ?? {
      ...{ siteGroup, tumours: 0, morphology: 0, basis: 0, diagnosedToDay: 0, stage: 0 },
    };
    bySite.set(siteGroup, of);
    of.tumours++;
    // As ICD-10 implies it, a histology says no more than that it is malignant.
    if (record.morphology !== null && !record.morphology.startsWith('8000/')) of.morphology++;
    if (record.basisOfDiagnosis !== null && record.basisOfDiagnosis !== '9') of.basis++;
    if (record.diagnosed?.precision === 'day') of.diagnosedToDay++;
    const { patient, source } = record;
    if (staged.has(`${patient} ${source.id}`) || staged.has(`${patient} `)) of.stage++;
  }
  return [...bySite.values()];
};

/**
 * What a submission adds to the tallies: counted once, as it is closed, so that no page adds submissions up.
 * @param units as they were read, in the order of the entries
 * @param today YYYY-MM-DD of the national calendar
 */
export const tallyOf = (
  kinds: KindModules,
  units: readonly ReadUnit[],
  entries: readonly EntryResult[],
  today: string,
): Tally => {
  const types = new Map<string, Counts & { resourceType: string }>();
  for (const [i, { type, outcome }] of entries.entries()) {
    const of = types.get(type) ?? { resourceType: type, ...zero() };
    types.set(type, of);
    of[outcome]++;
    const unit = units[i];
    const lag = outcome === 'created' && unit !== undefined ? lagOf(kinds, unit, today) : null;
    if (lag === null) continue;
    const within = LAGS.findIndex((days) => lag <= days);
    of[LAG_NAMES[within === -1 ? LAGS.length : within] ?? 'later']++;
  }
  return {
    types: [...types.values()],
    reasons: reasonsOf(entries),
    completeness: completenessOf(units, entries),
  };
};
