/** What a project applies for, to be read. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SITE_CHOICES } from '@nodp/terminology/sites';
import type { ReactNode } from 'react';
import { Facts } from '../../design/page.tsx';
import { useLabel } from '../../i18n/label.ts';
import type { Application } from './queries.ts';
import { permissionWords } from './words.ts';

const permissions = ['AGGREGATES', 'ROWS', 'EXPORT'] as const;

export function useSiteNames(): (sites: readonly string[]) => string {
  const { t } = useLingui();
  const label = useLabel();
  return (sites) =>
    sites.length === 0
      ? t`All sites`
      : sites
          .map((id) =>
            label(SITE_CHOICES.find((site) => site.id === id)?.label ?? { en: id, zh: id }),
          )
          .join(t({ message: ', ', context: 'between names' }));
}

/** Columns by what may be done with them. */
export function Elements({ elements }: { elements: Application['elements'] }) {
  const { i18n } = useLingui();
  const of = permissions
    .map((permission) => ({
      permission,
      columns: elements.filter((one) => one.permissions.includes(permission)),
    }))
    .filter(({ columns }) => columns.length > 0);
  return (
    <Box component="dl" sx={{ m: 0, mt: 1.5 }}>
      {of.map(({ permission, columns }) => (
        <Box key={permission} sx={{ mb: 1 }}>
          <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
            {i18n._(permissionWords[permission])}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            <code>{columns.map(({ table, column }) => `${table}.${column}`).join(', ')}</code>
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

const Lines = ({ children }: { children: ReactNode }) => (
  <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
    {children}
  </Box>
);

export function ApplicationParts({ application }: { application: Application }) {
  const { t } = useLingui();
  const sites = useSiteNames();
  const { team } = application;
  return (
    <>
      <Facts
        facts={[
          { name: t`Purpose`, value: <Lines>{application.purpose}</Lines> },
          { name: t`Questions`, value: <Lines>{application.questions}</Lines> },
          { name: t`Population`, value: <Lines>{application.population}</Lines> },
          { name: t({ message: 'Sites', context: 'cancer' }), value: sites(application.sites) },
          { name: t`Releases`, value: application.releases.join(', ') },
          { name: t`Saved cohort`, value: application.cohort && <code>{application.cohort}</code> },
          {
            name: t`Members`,
            value: (
              <Lines>
                {team
                  .map(({ account, name, institution }) => `${name} (${account}), ${institution}`)
                  .join('\n') || '—'}
              </Lines>
            ),
          },
          { name: t`Ethics approval`, value: application.ethicsNumber },
          { name: t`Last day`, value: application.until },
          { name: t`Funding`, value: application.funding },
          { name: t`Plan for publication`, value: <Lines>{application.publicationPlan}</Lines> },
        ]}
      />
      <Elements elements={application.elements} />
    </>
  );
}
