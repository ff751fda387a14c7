import type { DeathRow } from './read-file.ts';

/** A patient whom a row may mean, as `patients.deaths_to_link` finds them. */
export interface DeathCandidate {
  readonly patientId: string;
  readonly byNumber: boolean;
  readonly sameName: boolean;
  readonly vitalStatus: string;
  readonly diedOn: string | null;
  readonly diedPrecision: 'day' | 'month' | 'year' | null;
  readonly lastContactOn: string | null;
}

/** Why a row is not linked by itself. */
export type DeathDoubt = 'SEVERAL' | 'NAME_DIFFERS' | 'MET_AFTER' | 'NAME_ONLY';

export type DeathVerdict =
  | { readonly outcome: 'LINK'; readonly patient: DeathCandidate }
  | {
      readonly outcome: 'DOUBTFUL';
      readonly because: DeathDoubt;
      readonly patients: readonly string[];
    }
  | { readonly outcome: 'UNMATCHED' };

const LENGTHS = { day: 10, month: 7, year: 4 } as const;

/** The date that the pool has of a death, as far as it is known; null where it has none. */
export const knownDeath = ({
  vitalStatus,
  diedOn,
  diedPrecision,
}: DeathCandidate): string | null =>
  vitalStatus !== 'DEAD' || diedOn === null
    ? null
    : diedOn.slice(0, LENGTHS[diedPrecision ?? 'day']);

/** Whether two dates, each as far as it is known, may be one. */
export const mayBeOneDay = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/**
 * Whom a row of a register of deaths means. A death ends everything that waits on a patient, so that it is linked by itself only where
 * number, day of birth and name agree with one patient whom nobody met later; whatever else agrees is for a person to decide.
 */
export const judgeDeath = (
  { died }: Pick<DeathRow, 'died'>,
  candidates: readonly DeathCandidate[],
): DeathVerdict => {
  const [first, second] = candidates;
  if (first === undefined) return { outcome: 'UNMATCHED' };
  const doubt = (because: DeathDoubt): DeathVerdict => ({
    ...{ outcome: 'DOUBTFUL', because },
    patients: candidates.map(({ patientId }) => patientId),
  });
  if (second !== undefined) return doubt('SEVERAL');
  if (!first.byNumber) return doubt('NAME_ONLY');
  if (!first.sameName) return doubt('NAME_DIFFERS');
  const { lastContactOn } = first;
  if (
    lastContactOn !== null &&
    lastContactOn.slice(0, died.length) > died &&
    first.vitalStatus !== 'DEAD'
  )
    return doubt('MET_AFTER');
  return { outcome: 'LINK', patient: first };
};
