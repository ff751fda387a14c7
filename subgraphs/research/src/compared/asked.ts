import { badInput } from '@nodp/graph';
import type { Endpoint } from '@nodp/warehouse';
import { type AskedCohort, askCohort } from '../cohorts/cohort.ts';
import { parseInput } from '../cohorts/definition-input.ts';
import type { Context } from '../context.ts';
import type { ComparisonInput } from '../generated/resolvers.ts';
import { type ReleaseRow, releaseOf } from '../release/release-rows.ts';

/** Days of a month, as a year of 365.25 days has them. */
export const MONTH = 30.4375;
const MOST_ARMS = 6;
const MOST_MONTHS = 240;
const MOST_LANDMARK = 120;

/** A comparison as it is asked, read and within its bounds. */
export interface AskedComparison {
  readonly release: ReleaseRow;
  readonly arms: readonly AskedCohort[];
  readonly endpoint: Endpoint;
  readonly months: number;
  /** Months; 0 without one. */
  readonly landmark: number;
  readonly delayedEntry: boolean;
}

/** @throws BAD_USER_INPUT */
export const askComparison = async (
  context: Context,
  input: ComparisonInput,
): Promise<AskedComparison | null> => {
  const { arms, months: until, landmark: from, delayedEntry: entering } = input;
  const endpoint = input.endpoint ?? 'OVERALL';
  const [months, landmark, delayedEntry] = [until ?? 60, from ?? 0, entering ?? false];
  if (arms.length < 1 || arms.length > MOST_ARMS)
    throw badInput(`Give 1 to ${MOST_ARMS} cohorts, not ${arms.length}.`);
  if (months < 12 || months > MOST_MONTHS)
    throw badInput(`Curves go to 12 to ${MOST_MONTHS} months, not ${months}.`);
  if (landmark < 0 || landmark > MOST_LANDMARK)
    throw badInput(`A landmark is 1 to ${MOST_LANDMARK} months after diagnosis, not ${landmark}.`);
  if (delayedEntry && (landmark > 0 || endpoint !== 'OVERALL'))
    throw badInput(
      'Persons come into cohorts as time goes in overall survival, without a landmark.',
    );
  if (landmark > 0 && endpoint === 'NEXT_TREATMENT')
    throw badInput('Time until the next treatment counts from the first, without a landmark.');
  const release = await releaseOf(context.session, input.release);
  if (release === null) return null;
  const asked = await Promise.all(arms.map((arm) => askCohort(context, parseInput(arm), release)));
  return { release, arms: asked, endpoint, months, landmark, delayedEntry };
};

/** Names a question of these arms wholly. */
export const questionOf = (
  { arms, endpoint, months, landmark, delayedEntry }: AskedComparison,
  what: string,
): string[] => [
  what,
  endpoint,
  String(months),
  delayedEntry ? 'delayed entry' : String(landmark),
  ...arms.map(({ id }) => id),
];
