import { contentHash, type RowOutcome } from '@nodp/database';
import type { Issue } from '@nodp/record';
import type { ReadSubmission, ReadUnit, SentPart } from '../units.ts';
import { countOutcomes, type Outcome, type TypeCounts } from './counts.ts';

/** What became of an entry. */
export interface EntryResult {
  /** FHIR resource type, HL7 v2 segment, kind of file. */
  readonly type: string;
  readonly key: string | null;
  /** Of what was sent; null where it could not be taken apart. */
  readonly contentHash: string | null;
  readonly outcome: Outcome;
  /** Errors of what was refused; for what was retained, that it was and why. */
  readonly issues: readonly Issue[];
}

export interface IngestResult {
  readonly submissionId: string;
  readonly status: 'accepted' | 'partial' | 'refused';
  readonly form: ReadSubmission['form'];
  readonly entries: readonly EntryResult[];
  readonly counts: readonly TypeCounts[];
  /** Why something was refused: of the whole submission first, then entry by entry. */
  readonly issues: readonly Issue[];
}

export const isRefused = (entry: ReadUnit): boolean => entry.reading.outcome === 'refused';

/** What became of an entry whose rows had these outcomes. */
export const outcomeOf = (entry: ReadUnit, outcomes: readonly RowOutcome[]): Outcome => {
  if (entry.reading.outcome !== 'read') return entry.reading.outcome;
  if (outcomes.every((o) => o === 'unchanged')) return 'unchanged';
  return outcomes.every((o) => o === 'created') ? 'created' : 'updated';
};

export const resultOf = (entry: ReadUnit, outcome: Outcome): EntryResult => ({
  type: entry.type,
  key: entry.key,
  // Made where it is asked for: rows of files are told by their lines.
  get contentHash() {
    return entry.content === null || outcome === 'refused' ? null : contentHash(entry.content);
  },
  outcome,
  issues:
    entry.reading.outcome === 'refused'
      ? entry.reading.issues
      : entry.reading.outcome === 'retained'
        ? [
            {
              severity: 'information',
              code: 'informational',
              where: entry.where,
              message: `Retained as sent: ${entry.reading.reason}`,
            },
          ]
        : entry.reading.warnings,
});

/** One refused entry of a transaction refuses them all. */
export const refuseAll = (entries: readonly ReadUnit[]): EntryResult[] =>
  entries.map((entry) => ({
    ...resultOf(entry, 'refused'),
    issues: entry.reading.outcome === 'refused' ? entry.reading.issues : [],
  }));

/** The result of a submission from those of its entries; `general` is what forbids reading it at all. */
export const finish = (
  submissionId: string,
  form: ReadSubmission['form'],
  entries: readonly EntryResult[],
  general: readonly Issue[],
): IngestResult => {
  const errors = [
    ...general,
    ...entries.filter((e) => e.outcome === 'refused').flatMap((e) => e.issues),
  ];
  const held = entries.some((e) => e.outcome === 'held');
  const refused = entries.filter((e) => e.outcome === 'refused').length;
  const nothing = general.length > 0 || (refused > 0 && refused === entries.length);
  return {
    submissionId,
    status: nothing ? 'refused' : refused > 0 || held ? 'partial' : 'accepted',
    form,
    entries,
    counts: countOutcomes(entries),
    issues: errors,
  };
};

/** What became of one of several things taken in together; `failed` where the platform failed on it. */
export type PartResult = IngestResult | { readonly failed: unknown };

/** The results of a submission's parts and of the whole, from those of their entries. */
export const finishParts = (
  submissionId: string,
  sent: readonly SentPart[],
  written: readonly (EntryResult[] | { readonly failed: unknown })[],
): { readonly result: IngestResult; readonly parts: readonly PartResult[] } => {
  const parts = written.map((entries, i) =>
    'failed' in entries ? entries : finish(submissionId, 'batch', entries, sent[i]?.issues ?? []),
  );
  const entries = written.flatMap((one) => ('failed' in one ? [] : one));
  const general = sent.flatMap(({ issues }) => issues);
  const whole = finish(submissionId, 'batch', entries, []);
  const result: IngestResult =
    general.length === 0
      ? whole
      : {
          ...whole,
          status: entries.length === 0 || whole.status === 'refused' ? 'refused' : 'partial',
          issues: [...general, ...whole.issues],
        };
  return { result, parts };
};
