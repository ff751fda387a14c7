import { pgSchema } from 'drizzle-orm/pg-core';

/** Who, and what happened: the larger part of the clinical pool. */
export const patients = pgSchema('patients');
