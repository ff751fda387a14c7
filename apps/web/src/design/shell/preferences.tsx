/** The person's own settings: language and light or dark. */

import { useLingui } from '@lingui/react/macro';
import { mdiMonitor, mdiWeatherNight, mdiWhiteBalanceSunny } from '@mdi/js';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useColorScheme } from '@mui/material/styles';
import { useState } from 'react';
import { choose } from '../../i18n/language.ts';
import { Icon } from '../icon.tsx';
import { ListItemIcon, Menu, MenuItem } from '../menu.tsx';

/** Goes to the other language; it is named in that language. */
export function LanguageSwitch() {
  const { i18n } = useLingui();
  const other = i18n.locale === 'zh' ? 'en' : 'zh';
  return (
    <Button
      color="inherit"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => void choose(other)}
      sx={{ minWidth: 0, px: 1, whiteSpace: 'nowrap', flex: 'none' }}
    >
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}

/** Light, dark, or as the system is. */
export function ThemeSwitch() {
  const { t } = useLingui();
  const { mode, setMode } = useColorScheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choices = [
    { mode: 'light', words: t`Light`, icon: mdiWhiteBalanceSunny },
    { mode: 'dark', words: t`Dark`, icon: mdiWeatherNight },
    { mode: 'system', words: t`As the system`, icon: mdiMonitor },
  ] as const;
  const current = choices.find((c) => c.mode === mode) ?? choices[2];
  return (
    <>
      <IconButton
        color="inherit"
        aria-label={t`Theme: ${current.words}`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon path={current.icon} />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {choices.map((choice) => (
          <MenuItem
            key={choice.mode}
            dense
            role="menuitemradio"
            aria-checked={choice.mode === current.mode}
            selected={choice.mode === current.mode}
            onClick={() => {
              setMode(choice.mode);
              setAnchor(null);
            }}
          >
            <ListItemIcon>
              <Icon path={choice.icon} />
            </ListItemIcon>
            {choice.words}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
