import type { Tree } from '../tree.ts';
import type { Event } from './event.ts';

/** Days that every case has by itself: its diagnosis, the person's death, the end of follow-up (death, last contact, or closing). */
export const MARKS = ['DIAGNOSIS', 'DEATH', 'END_OF_FOLLOW_UP'] as const;
export type Mark = (typeof MARKS)[number];

/** What happens on days of a person: events of one day are one, which ends when the last of them does. */
export type Happening = Event | { readonly kind: 'mark'; readonly mark: Mark };

/** Which day of another event is counted from, or has to lie within. */
export type EdgeOfEvent = 'START' | 'END';

/** So many of an event lie within days of the index event; days after it are positive. */
export interface Occurrence {
  readonly of: Happening;
  readonly from: number | null;
  readonly to: number | null;
  /** What of the event has to lie within: its first day, its last, or any day. */
  readonly by: EdgeOfEvent | 'OVERLAP';
  /** The day of the index event that is counted from. */
  readonly since: EdgeOfEvent;
  readonly least: number;
  /** Null for any number. Met only where the day of every such event is known: one of unknown day may lie within. */
  readonly most: number | null;
}

/** So many days are observed: from the person's first diagnosis to the index event, and from there to the end of follow-up. */
export interface Observed {
  readonly before: number;
  readonly after: number;
}

export type Around =
  | { readonly kind: 'occurs'; readonly occurs: Occurrence }
  | { readonly kind: 'observed'; readonly observed: Observed };

/** The first, second, … (1, 2, …) or the last (-1) day of an event, among those whose day is known; what lies around it. */
export interface Timeline {
  readonly index: { readonly of: Happening; readonly nth: number };
  readonly meets: Tree<Around>;
}
