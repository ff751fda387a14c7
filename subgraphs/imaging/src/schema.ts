import { pgSchema } from 'drizzle-orm/pg-core';

/** Imaging studies and reports. */
export const imaging = pgSchema('imaging');
