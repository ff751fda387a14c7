import { clinicalColumns, clinicalKeys } from '@nodp/database/tables';
import { smallint, text, timestamp } from 'drizzle-orm/pg-core';
import { patients } from '../../schema.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const performance = patients.table(
  'performance',
  {
    ...clinicalColumns(),
    scale: text('scale', { enum: ['ECOG', 'Karnofsky', 'Lansky'] }).notNull(),
    score: smallint('score').notNull(),
    at: instant('at'),
  },
  (t) => clinicalKeys('performance', t),
);
