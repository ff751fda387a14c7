import { hash } from 'node:crypto';

/**
 * The id of a record that its sender names by several things together (order, test and part): the same things are the same
 * record again. A hash, since what they are may name a person, and ids are stored in the clear.
 */
export const idOf = (...parts: readonly string[]): string =>
  hash('sha256', parts.join('\u0000')).slice(0, 40);
