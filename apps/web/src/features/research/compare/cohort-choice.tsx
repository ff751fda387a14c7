/** Which saved cohorts are compared. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiClose, mdiPlus } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ArmMark, letterOf } from '../../../charts/curves/arms.tsx';
import { Icon } from '../../../design/icon.tsx';
import { AppLink } from '../../../design/links.tsx';
import { Menu } from '../../../design/menu.tsx';
import { Panel } from '../../../design/page.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { savedCohortsQuery } from '../saved/queries.ts';
import { type Asked, mostCohorts } from './asked.ts';
import type { Chosen } from './queries.ts';

export function CohortChoice({
  asked,
  chosen,
  onChange,
}: {
  asked: Asked;
  chosen: readonly Chosen[];
  onChange: (change: Partial<Asked>) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const list = useQuery(savedCohortsQuery());
  const others = (list.data?.savedCohorts ?? []).filter(
    ({ latest }) => !asked.cohorts.includes(latest.hash),
  );
  return (
    <Panel
      title={<Trans>Cohorts compared</Trans>}
      actions={
        <Button
          size="small"
          aria-haspopup="menu"
          startIcon={<Icon path={mdiPlus} />}
          disabled={others.length === 0 || asked.cohorts.length >= mostCohorts}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Trans>Add a saved cohort</Trans>
        </Button>
      }
    >
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {others.map(({ id, name, latest }) => (
          <MenuItem
            key={id}
            dense
            onClick={() => {
              setAnchor(null);
              onChange({ cohorts: [...asked.cohorts, latest.hash] });
            }}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
        {chosen.map(({ hash, name, cohortId, description, release }, place) => (
          <Box component="li" key={hash} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <ArmMark place={place} />
            <strong>{letterOf(place)}</strong>
            <Box sx={{ minWidth: 0, flex: 1 }}>
              <AppLink
                to="/research/saved/{-$cohortId}"
                params={{ cohortId: hash }}
                search={{}}
                data-cohort={cohortId}
                underline="always"
              >
                {name}
              </AppLink>{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {label(description)} · <Trans>release {release}</Trans>
              </Box>
            </Box>
            <IconButton
              size="small"
              aria-label={t`Leave out ${name}`}
              onClick={() => onChange({ cohorts: asked.cohorts.filter((each) => each !== hash) })}
            >
              <Icon path={mdiClose} />
            </IconButton>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
