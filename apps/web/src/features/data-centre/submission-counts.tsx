/** What became of each resource type of a submission, in a window. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { formatCount } from '../../format/quantity.ts';
import { useLabel } from '../../i18n/label.ts';
import type { Submission } from './submission.ts';

export function SubmissionCounts({ submission }: { submission: Submission }) {
  const { t } = useLingui();
  const label = useLabel();
  const id = useId();
  const [open, setOpen] = useState(false);
  const types = submission.counts.length;
  if (types === 0) return '—';
  const title = `${label(submission.institution.name)} · ${formatInstant(submission.receivedAt)}`;
  return (
    <>
      <Button
        onClick={() => setOpen(true)}
        sx={{ py: 0, px: 0.5, ml: -0.5 }}
        aria-haspopup="dialog"
      >
        <Plural value={types} one="# type" other="# types" />
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby={id} maxWidth="md">
        <DialogTitle id={id} variant="h2">
          {title}
        </DialogTitle>
        <DialogContent sx={{ px: 0 }}>
          <Box component="p" sx={{ m: 0, px: 3, pb: 1, fontSize: 12, overflowWrap: 'anywhere' }}>
            SHA-256: <code>{submission.sha256}</code>
          </Box>
          <SimpleTable
            label={t`By resource type`}
            rows={submission.counts}
            rowKey={(c) => c.resourceType}
            columns={[
              { header: t`Resource type`, cell: (c) => c.resourceType },
              { header: t`New`, cell: (c) => formatCount(c.created), align: 'right' },
              { header: t`Corrected`, cell: (c) => formatCount(c.updated), align: 'right' },
              { header: t`Unchanged`, cell: (c) => formatCount(c.unchanged), align: 'right' },
              { header: t`Retained`, cell: (c) => formatCount(c.retained), align: 'right' },
              { header: t`Held`, cell: (c) => formatCount(c.held), align: 'right' },
              { header: t`Refused`, cell: (c) => formatCount(c.refused), align: 'right' },
            ]}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>
            <Trans>Close</Trans>
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
