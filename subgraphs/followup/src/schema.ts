import { pgSchema } from 'drizzle-orm/pg-core';

/** Plans, contacts and outcomes after treatment. */
export const followup = pgSchema('followup');
