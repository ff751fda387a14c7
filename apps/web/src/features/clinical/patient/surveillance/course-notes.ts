/** Which of a course's figures mean something to a reader. */
import type { Course } from './data.ts';

type Raised = Pick<Course, 'points' | 'upperLimit' | 'state'>;

/** Whether the marker rises by its rule or its last value is over the limit: a normal one that drifts has no doubling time. */
export const isRaised = ({ points, upperLimit, state }: Raised): boolean =>
  state === 'ALERT' || state === 'PENDING' || (points.at(-1)?.value ?? 0) > (upperLimit ?? 0);

/**
 * The first value that fell too slowly after the operation. Once a value was within the limit the marker had fallen: what is
 * over it later rose again, which is no decline.
 */
export const slowDecline = ({
  decline,
  upperLimit,
}: {
  readonly decline: Course['decline'];
  readonly upperLimit: Course['upperLimit'];
}): Course['decline'][number] | undefined => {
  const normal = decline.findIndex(({ value }) => value <= (upperLimit ?? 0));
  return (normal < 0 ? decline : decline.slice(0, normal)).find(({ slow }) => slow);
};
