import type { Kind } from '@nodp/record';
import type { SentRecord } from './pool.ts';

/**
 * Whether rows of a kind, read from a record before, may stand no more: where it may be read as several kinds
 * or in several parts, where nothing is read from it now, or where it is new to its patient.
 */
export const mayBeStale = ({ read, isNew, kinds }: SentRecord, kind: Kind): boolean =>
  kinds.includes(kind) && (isNew || !read || kinds.length > 1);
