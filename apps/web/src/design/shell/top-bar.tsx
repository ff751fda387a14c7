/** Where one is and who one is; language, theme, the way out. */

import { Trans, useLingui } from '@lingui/react/macro';
import { mdiAccountCircleOutline, mdiLogout, mdiMenu, mdiTwoFactorAuthentication } from '@mdi/js';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLabel } from '../../i18n/label.ts';
import type { Me } from '../../session/me.ts';
import { Icon } from '../icon.tsx';
import { ListItemIcon, Menu, MenuItem } from '../menu.tsx';
import { screenOnly } from '../print/styles.ts';
import { barHeight, wide } from '../theme.ts';
import { roleWords } from '../words.ts';
import { Mark } from './mark.tsx';
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx';

export function TopBar({
  me,
  onMenu,
  onSignOut,
}: {
  me: Me;
  onMenu: () => void;
  onSignOut: () => void;
}) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const role = i18n._(roleWords[me.role]);
  const name = label(me.name);
  // Accounts named by their role say it once.
  const said = name === role ? name : `${name} · ${role}`;
  const place = me.institution ? label(me.institution.name) : t`Whole network`;
  return (
    <Stack
      component="header"
      {...screenOnly}
      direction="row"
      sx={{
        gridArea: 'bar',
        height: barHeight,
        alignItems: 'center',
        gap: 1,
        px: { xs: 1, [wide]: 2 },
        borderBottom: '1px solid',
        borderColor: 'divider',
        bgcolor: 'background.paper',
        minWidth: 0,
      }}
    >
      <IconButton
        aria-label={t`Open navigation`}
        onClick={onMenu}
        sx={{ display: { [wide]: 'none' } }}
      >
        <Icon path={mdiMenu} />
      </IconButton>
      <Mark />
      <Typography
        variant="body2"
        sx={{
          ml: 'auto',
          minWidth: 0,
          color: 'text.secondary',
          display: { xs: 'none', sm: 'block' },
        }}
        noWrap
      >
        {place}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', ml: { xs: 'auto', sm: 0 } }}>
        <LanguageSwitch />
        <ThemeSwitch />
        <IconButton
          color="inherit"
          aria-label={t`Account: ${said}`}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Icon path={mdiAccountCircleOutline} />
          <Typography
            component="span"
            variant="body2"
            sx={{ ml: 0.75, display: { xs: 'none', [wide]: 'block' } }}
          >
            {said}
          </Typography>
        </IconButton>
      </Box>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <Box component="li" role="presentation" sx={{ px: 2, py: 0.5, maxWidth: 300 }}>
          <Typography variant="body1" sx={{ fontWeight: 600 }}>
            {name}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {name === role ? place : `${role} · ${place}`}
          </Typography>
        </Box>
        <MenuItem
          dense
          onClick={() => {
            setAnchor(null);
            void navigate({ to: '/account/second-factor' as string });
          }}
        >
          <ListItemIcon>
            <Icon path={mdiTwoFactorAuthentication} />
          </ListItemIcon>
          <Trans>Second factor</Trans>
        </MenuItem>
        <MenuItem dense onClick={onSignOut}>
          <ListItemIcon>
            <Icon path={mdiLogout} />
          </ListItemIcon>
          <Trans>Sign out</Trans>
        </MenuItem>
      </Menu>
    </Stack>
  );
}
