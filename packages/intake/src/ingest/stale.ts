import type { Kind } from '@nodp/record';
import type { SentRecord } from './pool.ts';

/**
 * Whether rows of a kind, read from a record before, may be read from it no more: where it may be read as
 * several kinds or in several parts, or where nothing is read from it now.
 * @param kinds what a record of its type may be read as
 */
export const mayBeStale = ({ read }: SentRecord, kinds: readonly Kind[], kind: Kind): boolean =>
  kinds.includes(kind) && (!read || kinds.length > 1);
