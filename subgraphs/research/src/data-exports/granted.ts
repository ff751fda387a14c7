import type { Session } from '@nodp/database';
import { nationalDay } from '@nodp/graph';
import { inForce } from '../projects/permissions.ts';
import { type GrantRow, grantsOf } from '../projects/project-rows.ts';
import type { DataExportRow } from './data-export.ts';
import { dataExportOf } from './rows.ts';

type Leaving = Pick<DataExportRow, 'elements' | 'releaseNumber' | 'sites'>;

/** Whether what leaves is granted today: an amendment may have taken a column, a site or a release back since it was requested. */
export const stillGranted = (
  { elements, releaseNumber, sites }: Leaving,
  grant: GrantRow,
): boolean =>
  inForce(grant, nationalDay(new Date())) &&
  grant.releases.includes(releaseNumber) &&
  // No site named is every site.
  (grant.sites.length === 0 ||
    (sites.length > 0 && sites.every((site) => grant.sites.includes(site)))) &&
  elements.every(({ table, column }) =>
    grant.elements.some(
      (one) => one.table === table && one.column === column && one.permissions.includes('EXPORT'),
    ),
  );

/** Whether the account can take an export away today: it requested it, the file is there, and what is in it is granted still. */
export const canBeTakenAway = (
  row: Leaving & Pick<DataExportRow, 'state' | 'requestedById' | 'deletedAt' | 'expiresOn'>,
  grant: GrantRow | null,
  account: string,
): boolean =>
  row.requestedById === account &&
  row.state === 'RELEASED' &&
  row.deletedAt === null &&
  row.expiresOn !== null &&
  nationalDay(new Date()) <= row.expiresOn &&
  grant !== null &&
  stillGranted(row, grant);

/** An export of the reader's own that can be taken away today; null where there is none. */
export const releasedExport = async (
  session: Session,
  id: string,
): Promise<{ readonly id: string } | null> => {
  const row = await dataExportOf(session, id);
  if (row === null) return null;
  const [grant = null] = await grantsOf(session, [row.projectId]);
  return canBeTakenAway(row, grant, session.principal.accountId) ? { id } : null;
};
