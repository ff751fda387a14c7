/** The applications and pages that the person's rights open. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { type Application, applicationsOf } from '../../session/applications.ts';
import type { Me } from '../../session/me.ts';
import type { PagePath } from '../../session/page-rights.ts';
import { Icon } from '../icon.tsx';
import { ListLink } from '../links.tsx';
import { SilentInstitutions } from './silent-institutions.tsx';
import { WaitingTasks } from './waiting-tasks.tsx';

export function Navigation({ me, onNavigate }: { me: Me; onNavigate?: () => void }) {
  const { i18n, t } = useLingui();
  return (
    <Box component="nav" aria-label={t`Applications`} sx={{ py: 1 }}>
      {applicationsOf(me).map((application) => {
        const name = i18n._(application.name);
        return (
          <Box key={application.pages[0]?.path} sx={{ mb: 1.5 }}>
            <Typography
              variant="overline"
              component="p"
              sx={{ px: 2, m: 0, color: 'text.secondary' }}
            >
              {name}
            </Typography>
            <List dense disablePadding aria-label={name}>
              {application.pages.map((page) => (
                <ListItem key={page.path} disablePadding sx={{ px: 1 }}>
                  <ListLink
                    // An address whose parameters are all left out.
                    to={page.path as string}
                    onClick={onNavigate}
                    activeProps={{ 'aria-current': 'page' }}
                    activeOptions={
                      // A page beneath which others lie is not the one that is open when one of those is.
                      application.pages.some(({ path }) => path.startsWith(`${page.path}/`))
                        ? { exact: true, includeSearch: false }
                        : {}
                    }
                    sx={{
                      gap: 1.25,
                      px: 1,
                      py: 0.5,
                      borderRadius: 1,
                      fontSize: '0.8125rem',
                      '&[aria-current=page]': {
                        bgcolor:
                          'color-mix(in srgb, var(--mui-palette-primary-main) 12%, transparent)',
                        color: 'primary.main',
                        fontWeight: 650,
                      },
                    }}
                  >
                    <PageIcon application={application} path={page.path} />
                    {i18n._(page.name)}
                    {page.path.endsWith('/tasks') && <WaitingTasks me={me} />}
                    {page.path === '/data-centre/network' && <SilentInstitutions me={me} />}
                  </ListLink>
                </ListItem>
              ))}
            </List>
          </Box>
        );
      })}
    </Box>
  );
}

/** Its place is retained while the application's icons are fetched; without them the page is named all the same. */
function PageIcon({ application, path }: { application: Application; path: PagePath }) {
  const { data } = useQuery({
    queryKey: ['icons', application.pages[0]?.path],
    queryFn: application.icons,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return <Icon path={data?.icons[path] ?? ''} sx={{ fontSize: 18 }} />;
}
