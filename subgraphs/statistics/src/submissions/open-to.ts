import type { Principal } from '@nodp/database';

/**
 * Whether an account may know what an institution sent: national accounts of every one, others of their own.
 * Row-level security holds the rows to the same; asked for beforehand, what is hidden is not taken for nothing.
 */
export const isOpenTo = ({ institutionId: own }: Principal, institutionId: string): boolean =>
  own === null || own === institutionId;
