import { pgSchema } from 'drizzle-orm/pg-core';

/** Specimens, pathology and molecular results. */
export const specimens = pgSchema('specimens');
