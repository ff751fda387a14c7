import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import { pgPolicy, timestamp } from 'drizzle-orm/pg-core';

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Who runs the biobank of the row's institution. */
const OF_OWN_BIOBANK = `(select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`;

/** Read by who runs the institution's biobank, written by functions alone: they hold what no page may be trusted with. */
export const ofBiobank = () => [
  pgPolicy('read_own_biobank', {
    for: 'select',
    to: applicationRole,
    using: sql.raw(OF_OWN_BIOBANK),
  }),
];

/** Of a request, and of what belongs to one: read by who made it, too. */
export const ofRequest = (own: string) => [
  ...ofBiobank(),
  pgPolicy('read_asked', { for: 'select', to: applicationRole, using: sql.raw(own) }),
];

export const ASKED_BY_SESSION = `requested_by = (select current_setting('nodp.account', true)) and (select current_setting('nodp.research', true)) = 'on'`;
