import { daysBetween } from '../recist/timepoints.ts';
import type { FieldPosition, Placed } from './field-position.ts';
import { REACTION_DAYS } from './irradiated-lesion.ts';

/** A lesion that progressed or came, and where it lies. */
export interface Failure extends Placed {
  readonly lesion: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

export interface FirstFailure {
  /** Null where nothing progressed since the treatment began. */
  readonly on: string | null;
  /** Every position among the lesions of that evaluation, nearest first. */
  readonly positions: readonly FieldPosition[];
  readonly lesions: readonly Failure[];
  /** Growth in the field so early that it may be a reaction. */
  readonly early: readonly Failure[];
}

const ORDER: readonly FieldPosition[] = ['in field', 'marginal', 'outside', 'not known'];

/** Days within which examinations make one evaluation. */
const TOGETHER = 14;

/**
 * Where a course of radiotherapy failed first: all lesions that progressed or came at the first evaluation that shows any. Growth in
 * the field or at its margin within eight weeks after the last fraction may be a reaction and is no failure.
 */
export const firstFailure = (
  failures: readonly Failure[],
  { start, end }: { readonly start: string; readonly end: string },
): FirstFailure => {
  const since = failures
    .filter(({ date }) => date > start)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const isEarly = ({ date, position }: Failure): boolean =>
    (position === 'in field' || position === 'marginal') && daysBetween(end, date) < REACTION_DAYS;
  const counted = since.filter((one) => !isEarly(one));
  const on = counted[0]?.date ?? null;
  const lesions =
    on === null ? [] : counted.filter(({ date }) => daysBetween(on, date) <= TOGETHER);
  return {
    on,
    positions: ORDER.filter((position) => lesions.some((one) => one.position === position)),
    lesions,
    early: since.filter(isEarly),
  };
};
