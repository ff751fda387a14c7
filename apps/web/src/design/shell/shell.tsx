/** The one frame around every page: navigation left, bar on top, the page in the middle. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Me } from '../../session/me.ts';
import { mayOpen } from '../../session/page-rights.ts';
import { Drawer } from '../menu.tsx';
import { watchPrinting } from '../print/printing.ts';
import { screenOnly } from '../print/styles.ts';
import { NotAllowed } from '../states.tsx';
import { barHeight, navigationWidth, wide } from '../theme.ts';
import { Navigation } from './navigation.tsx';
import { TopBar } from './top-bar.tsx';

export function Shell({ me, onSignOut }: { me: Me; onSignOut: () => void }) {
  const { t } = useLingui();
  const [drawer, setDrawer] = useState(false);
  const path = useRouterState({ select: (s) => s.location.pathname });
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  useEffect(watchPrinting, []);
  return (
    <Box
      data-shell
      sx={{
        display: 'grid',
        height: '100dvh',
        gridTemplateRows: `${barHeight}px minmax(0, 1fr)`,
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          [wide]: `${navigationWidth}px minmax(0, 1fr)`,
        },
        gridTemplateAreas: { xs: '"bar" "page"', [wide]: '"bar bar" "navigation page"' },
      }}
    >
      <Box
        component="a"
        {...screenOnly}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
        sx={{
          position: 'absolute',
          zIndex: 1500,
          left: 8,
          top: -60,
          px: 2,
          py: 1,
          borderRadius: 1,
          bgcolor: 'primary.main',
          color: 'primary.contrastText',
          '&:focus': { top: 8 },
        }}
      >
        <Trans>Skip to the page</Trans>
      </Box>
      <TopBar me={me} onMenu={() => setDrawer(true)} onSignOut={onSignOut} />
      <Box
        sx={{
          gridArea: 'navigation',
          display: { xs: 'none', [wide]: 'block' },
          overflowY: 'auto',
          borderRight: '1px solid',
          borderColor: 'divider',
          bgcolor: 'background.paper',
        }}
      >
        <Navigation me={me} />
      </Box>
      <Drawer
        open={drawer}
        onClose={() => setDrawer(false)}
        slotProps={{ paper: { sx: { width: 264 }, 'aria-label': t`Navigation` } }}
      >
        <Navigation me={me} onNavigate={() => setDrawer(false)} />
      </Drawer>
      <Box
        component="main"
        id="main"
        ref={main}
        tabIndex={-1}
        sx={{
          gridArea: 'page',
          // What is placed absolutely within scrolls with the page, not beside it.
          position: 'relative',
          minWidth: 0,
          overflowY: 'auto',
          overflowX: 'hidden',
          display: 'flex',
          flexDirection: 'column',
          px: { xs: 1.5, [wide]: 2.5 },
          py: { xs: 1.5, [wide]: 2 },
        }}
      >
        {mayOpen(me, path) ? <Outlet /> : <NotAllowed />}
      </Box>
    </Box>
  );
}

/**
 * After a move to another page the focus goes to its heading, so that a screen reader reads where
 * one is and the keyboard starts there; within a patient's page, to the section's heading.
 */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>) {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const page = (pathname: string) => pathname.split('/').slice(0, 4).join('/');
        const same = page(fromLocation.pathname) === page(toLocation.pathname);
        const heading = main.current?.querySelector<HTMLElement>(
          same ? '[data-section-heading]' : '[data-page-heading]',
        );
        (heading ?? main.current)?.focus({ preventScroll: same });
        if (!same) main.current?.scrollTo({ top: 0 });
      }),
    [router, main],
  );
}
