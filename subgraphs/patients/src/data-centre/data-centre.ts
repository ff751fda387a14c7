import { sqlStatement } from '@nodp/database';
import { nationalDay, nationalTimeZone, type SubgraphContext } from '@nodp/graph';
import { SITE_GROUPS } from '@nodp/terminology';
import { sql } from 'drizzle-orm';

/** As `patients.data_centre` answers. */
interface Seen {
  readonly institutions: number;
  readonly patients: number;
  readonly sites: readonly { readonly site: string; readonly patients: number }[];
  readonly firstReceived: string | null;
  readonly lastReceived: string | null;
  readonly received: number;
  readonly receivedToday: number;
  readonly held: number;
  readonly heldToday: number;
  readonly refused: number;
  readonly refusedToday: number;
  readonly heldWaiting: number;
  readonly tasksWaiting: number;
  readonly alerts: number;
  readonly alertsToday: number;
  readonly acted: number;
  readonly actedToday: number;
  readonly hoursToAct: number | null;
}

const p = sql.placeholder;
const seen = sqlStatement<{ seen: Seen }>(
  sql`select patients.data_centre(${p('today')}::date, ${p('zone')}) as seen`,
);

/** The pools and what flows between them, of who may see the institution's submissions or all. */
export const dataCentre = async ({ session }: SubgraphContext) => {
  const values = { today: nationalDay(new Date()), zone: nationalTimeZone };
  const [row] = await session.run(seen, values);
  if (row === undefined) throw new Error('The data centre answered nothing.');
  return {
    ...row.seen,
    sites: row.seen.sites.map(({ site, patients }) => ({
      site,
      label: SITE_GROUPS.find(({ id }) => id === site)?.label ?? { en: site, zh: site },
      patients,
    })),
  };
};
