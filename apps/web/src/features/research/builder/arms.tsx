/** The cohorts side by side as tabs, each with its count; the second comes and goes. */

import { Trans, useLingui } from '@lingui/react/macro';
import { mdiClose, mdiCompareHorizontal } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Icon } from '../../../design/icon.tsx';
import { Menu } from '../../../design/menu.tsx';
import { VisuallyHidden } from '../../../design/page.tsx';
import { armColours } from '../arm-colours.ts';
import type { ArmName, Study } from '../definition/study.ts';

export const panelId = 'cohort-criteria';

export function Arms({
  study,
  counts,
  onChange,
}: {
  study: Study;
  /** How many each cohort has, in words; empty until known. */
  counts: Record<ArmName, string>;
  onChange: (change: Partial<Study>) => void;
}) {
  const { t } = useLingui();
  if (study.b === null) {
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1, flexWrap: 'wrap' }}>
        <Typography variant="h2" sx={{ mr: 'auto' }}>
          <Trans>Cohort</Trans>
        </Typography>
        <Compare onChoose={(b) => onChange({ b, editing: 'b' })} first={study.a} />
      </Box>
    );
  }
  const tab = (name: ArmName, words: string) => (
    <Tab
      key={name}
      value={name}
      id={`cohort-${name}`}
      aria-controls={panelId}
      label={
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box
            component="span"
            aria-hidden
            sx={{
              width: 18,
              borderTop: `3px ${name === 'a' ? 'solid' : 'dashed'} ${armColours[name]}`,
            }}
          />
          <span>{words}</span>
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
            {counts[name]}
          </Box>
        </Box>
      }
      sx={{ minHeight: 40, px: 1.25 }}
    />
  );
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
      <VisuallyHidden as="h2">
        <Trans>Cohorts compared</Trans>
      </VisuallyHidden>
      <Tabs
        value={study.editing}
        onChange={(_, editing: ArmName) => onChange({ editing })}
        aria-label={t`Cohorts compared`}
        sx={{ flex: 1, minHeight: 40 }}
      >
        {tab('a', t`Cohort A`)}
        {tab('b', t`Cohort B`)}
      </Tabs>
      <Tooltip title={t`Stop comparing`}>
        <IconButton
          aria-label={t`Remove cohort B`}
          onClick={() => onChange({ b: null, editing: 'a' })}
        >
          <Icon path={mdiClose} />
        </IconButton>
      </Tooltip>
    </Box>
  );
}

function Compare({ first, onChoose }: { first: Study['a']; onChoose: (b: Study['a']) => void }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (b: Study['a']) => () => {
    setAnchor(null);
    onChoose(b);
  };
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        startIcon={<Icon path={mdiCompareHorizontal} />}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Trans>Compare with a second cohort</Trans>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem dense onClick={choose(first)}>
          <Trans>Begin with a copy of this one</Trans>
        </MenuItem>
        <MenuItem dense onClick={choose([])}>
          <Trans>Begin with everyone</Trans>
        </MenuItem>
      </Menu>
    </>
  );
}
