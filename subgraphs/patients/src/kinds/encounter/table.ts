import { clinicalColumns, clinicalKeys } from '@nodp/database/tables';
import { text, timestamp } from 'drizzle-orm/pg-core';
import { patients } from '../../schema.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const encounter = patients.table(
  'encounter',
  {
    ...clinicalColumns(),
    class: text('class'),
    system: text('system'),
    code: text('code'),
    display: text('display'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
  },
  (t) => clinicalKeys('encounter', t),
);
