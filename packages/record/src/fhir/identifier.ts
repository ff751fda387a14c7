import { hash } from 'node:crypto';
import type { Identifier } from '@medplum/fhirtypes';

/** Longest key of a record, in characters: an index of PostgreSQL holds 2,704 bytes, and a character may take four. */
export const LONGEST_KEY = 255;

/** The key itself, or where it is longer its beginning with the hash of the whole: two long keys stay two. */
export const boundedKey = (key: string): string =>
  key.length <= LONGEST_KEY ? key : `${key.slice(0, 120)} sha256-${hash('sha256', key)}`;

/** `system|value`; other `#` than the one before a part are written %23. */
export const identifierKey = (identifier: Identifier): string =>
  boundedKey(`${identifier.system ?? ''}|${identifier.value ?? ''}`.replaceAll('#', '%23'));
