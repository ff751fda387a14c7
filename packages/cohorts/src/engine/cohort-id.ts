import { createHash } from 'node:crypto';
import { canonical } from '../canonical.ts';
import type { CohortDefinition } from '../definition.ts';

/** A cohort is (definition, release): the same people for ever. SHA-256 of both, 32 hex digits. */
export const cohortId = (definition: CohortDefinition, release: number): string =>
  createHash('sha256')
    .update(JSON.stringify([release, canonical(definition)]))
    .digest('hex')
    .slice(0, 32);
