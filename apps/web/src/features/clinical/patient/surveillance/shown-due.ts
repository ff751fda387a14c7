/** Which dates of an examination can still be caught up: the latest alone, and none once the surveillance ended. */
import type { Surveillance } from './data.ts';

type Due = NonNullable<Surveillance['schedule']>['examinations'][number]['due'][number];
export type ShownState = Due['state'] | 'MISSED';

/** Each date with what is said of it: an examination that was done, or fell due again, makes up for those before. */
export const shownDue = <D extends Pick<Due, 'on' | 'state'>>(
  due: readonly D[],
  ended: boolean,
): (Omit<D, 'state'> & { readonly state: ShownState })[] => {
  const last = due.findLastIndex(({ state }) => state === 'DONE' || state === 'OVERDUE');
  return due.map((one, index) => ({
    ...one,
    state: one.state === 'OVERDUE' && (ended || index < last) ? 'MISSED' : one.state,
  }));
};
