import type { OperationOutcome } from '@medplum/fhirtypes';
import { contentHash, type RowOutcome } from '@nodp/database';
import type { Issue } from '@nodp/record';
import { operationOutcomeOf } from '../fhir/issue.ts';
import type { ReadEntry, ReadSubmission } from '../fhir/read.ts';
import { countOutcomes, type Outcome, type TypeCounts } from './counts.ts';

/** What became of an entry. */
export interface EntryResult {
  readonly resourceType: string;
  readonly key: string | null;
  /** Of what was sent; null where it was no resource. */
  readonly contentHash: string | null;
  readonly outcome: Outcome;
  /** Errors of what was refused; for what was kept, that it was and why. */
  readonly issues: readonly Issue[];
}

export interface IngestResult {
  readonly submissionId: string;
  readonly status: 'accepted' | 'partial' | 'refused';
  readonly form: ReadSubmission['form'];
  readonly entries: readonly EntryResult[];
  readonly counts: readonly TypeCounts[];
  /** Null when nothing was refused. */
  readonly outcome: OperationOutcome | null;
}

export const isRefused = (entry: ReadEntry): boolean => entry.reading.outcome === 'refused';

/** What became of an entry whose rows had these outcomes. */
export const outcomeOf = (entry: ReadEntry, outcomes: readonly RowOutcome[]): Outcome => {
  if (entry.reading.outcome !== 'read') return entry.reading.outcome;
  if (outcomes.every((o) => o === 'unchanged')) return 'unchanged';
  return outcomes.every((o) => o === 'created') ? 'created' : 'updated';
};

export const resultOf = (entry: ReadEntry, outcome: Outcome): EntryResult => ({
  resourceType: entry.resourceType,
  key: entry.key,
  contentHash:
    entry.resource === null || outcome === 'refused' ? null : contentHash(entry.resource),
  outcome,
  issues:
    entry.reading.outcome === 'refused'
      ? entry.reading.issues
      : entry.reading.outcome === 'retained'
        ? [
            {
              severity: 'information',
              code: 'informational',
              expression: entry.expression,
              diagnostics: `Kept as sent: ${entry.reading.reason}`,
            },
          ]
        : entry.reading.warnings,
});

/** One refused entry of a transaction refuses them all. */
export const refuseAll = (entries: readonly ReadEntry[]): EntryResult[] =>
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
  const refused = entries.filter((e) => e.outcome === 'refused').length;
  const nothing = general.length > 0 || (refused > 0 && refused === entries.length);
  return {
    submissionId,
    status: nothing ? 'refused' : refused > 0 ? 'partial' : 'accepted',
    form,
    entries,
    counts: countOutcomes(entries),
    outcome: errors.length === 0 ? null : operationOutcomeOf(errors),
  };
};
