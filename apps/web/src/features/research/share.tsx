/** A link to the study that says the same for ever: it names the release. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiContentCopy, mdiLinkVariant } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { stringifySearch } from '../../address.ts';
import { Icon } from '../../design/icon.tsx';
import { type Study, searchOf } from './definition/study.ts';

export function Share({ study, release }: { study: Study; release: number }) {
  const { t } = useLingui();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const path = `/research/cohorts${stringifySearch(searchOf({ ...study, release }))}`;
  const link = new URL(path, location.origin).href;
  const copy = async () => {
    field.current?.select();
    // The clipboard is there on secure origins alone; elsewhere the link stands selected.
    await navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => {},
    );
  };
  return (
    <>
      <Button
        aria-haspopup="dialog"
        startIcon={<Icon path={mdiLinkVariant} />}
        onClick={(event) => {
          setCopied(false);
          setAnchor(event.currentTarget);
        }}
      >
        <Trans>Link</Trans>
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t`Link to this page`, sx: { p: 2, width: 440 } },
        }}
      >
        <Typography variant="body2" sx={{ mb: 1.5 }}>
          <Trans>
            Every account that may see cohorts and opens it sees these persons of release {release},
            whatever is released later.
          </Trans>
        </Typography>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <TextField
            fullWidth
            label={t`Link`}
            value={link}
            inputRef={field}
            onFocus={(event) => event.target.select()}
            slotProps={{ htmlInput: { readOnly: true } }}
          />
          <Button
            variant="contained"
            startIcon={<Icon path={mdiContentCopy} />}
            onClick={() => void copy()}
            sx={{ flexShrink: 0 }}
          >
            {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
          </Button>
        </Box>
      </Popover>
    </>
  );
}
