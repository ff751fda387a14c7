/** The menu of what else can be asked. */
import { Trans } from '@lingui/react/macro';
import { mdiPlus } from '@mdi/js';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import { type CriterionKind, formOf, KINDS } from '@nodp/cohorts';
import { useState } from 'react';
import { Icon } from '../../../design/icon.tsx';
import { Menu } from '../../../design/menu.tsx';
import { useLabel } from '../../../i18n/label.ts';

export function AddCriterion({
  onAdd,
  onGroup,
}: {
  onAdd: (kind: CriterionKind) => void;
  /** Offers a group as well. */
  onGroup: () => void;
}) {
  const label = useLabel();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // The menu does not give the focus back by itself: a new criterion takes it.
  const cancel = () => {
    setAnchor(null);
    setTimeout(() => anchor?.focus());
  };
  return (
    <>
      <Button
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        startIcon={<Icon path={mdiPlus} />}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Trans>Add a criterion</Trans>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={cancel} disableRestoreFocus>
        <MenuItem
          dense
          divider
          onClick={() => {
            setAnchor(null);
            onGroup();
          }}
        >
          <ListItemText
            primary={<Trans>A group of criteria</Trans>}
            secondary={<Trans>any, all, none, or so many of them</Trans>}
            slotProps={{ secondary: { variant: 'caption' } }}
          />
        </MenuItem>
        {KINDS.map((kind) => {
          const { name, detail } = formOf(kind);
          return (
            <MenuItem
              key={kind}
              dense
              onClick={() => {
                setAnchor(null);
                onAdd(kind);
              }}
            >
              <ListItemText
                primary={label(name)}
                secondary={detail && label(detail)}
                slotProps={{ secondary: { variant: 'caption' } }}
              />
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
