import type { FollowUp, ResultOfScale, Sourced } from './programme.ts';

/** Of what no text was found: nothing is put in its place. */
export const NOT_FOUND: Sourced = { source: null, dated: null, mark: 'draft' };

export const recall = (months: number): FollowUp => ({ kind: 'recall', months });
export const WORK_UP: FollowUp = { kind: 'work-up' };
export const REPEAT: FollowUp = { kind: 'repeat' };

export const result = (
  code: string,
  en: string,
  zh: string,
  meaning: ResultOfScale['meaning'],
  next: FollowUp | null,
): ResultOfScale => ({ code, label: { en, zh }, meaning, next });
