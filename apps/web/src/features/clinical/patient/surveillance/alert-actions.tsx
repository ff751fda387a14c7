/** What an account makes of an alert, with its reason. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { execute } from '../../../../graph/execute.ts';
import { ActOnAlertDocument, type AlertVerdict } from '../../../../graph/generated/graphql.ts';
import { meQuery } from '../../../../session/me.ts';
import type { RecurrenceAlert } from './data.ts';
import { verdictWords } from './words.ts';

const VERDICTS: readonly AlertVerdict[] = ['CONFIRMED', 'EXPLAINED', 'DISMISSED'];

type Props = { alert: RecurrenceAlert; name: string; patientId: string };

/** For accounts that may act. */
export function AlertActions(props: Props) {
  const { data: me } = useQuery(meQuery);
  if (!me?.scopes.includes('alert:act')) return null;
  return <Actions {...props} />;
}

function Actions({ alert, name, patientId }: Props) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const id = useId();
  const [verdict, setVerdict] = useState<AlertVerdict | null>(null);
  const [reason, setReason] = useState('');
  const act = useMutation({
    mutationFn: async (chosen: AlertVerdict) =>
      execute(ActOnAlertDocument, { id: alert.id, verdict: chosen, reason }),
    onSuccess: async () => {
      setVerdict(null);
      await client.invalidateQueries({ queryKey: ['patient', patientId, 'alerts'] });
      await client.invalidateQueries({ queryKey: ['patient', patientId, 'surveillance'] });
    },
  });
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, mt: 1, flexWrap: 'wrap' }} className="no-print">
        {VERDICTS.map((one) => (
          <Button
            key={one}
            size="small"
            variant="outlined"
            color="inherit"
            onClick={() => setVerdict(one)}
          >
            {i18n._(verdictWords[one])}
          </Button>
        ))}
      </Stack>
      <Dialog
        open={verdict !== null}
        onClose={() => setVerdict(null)}
        aria-labelledby={id}
        fullWidth
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (verdict) act.mutate(verdict);
          }}
        >
          <DialogTitle id={id}>
            {verdict && i18n._(verdictWords[verdict])}: {name}
          </DialogTitle>
          <DialogContent>
            <TextField
              label={t`Reason`}
              value={reason}
              required
              multiline
              minRows={2}
              fullWidth
              onChange={(event) => setReason(event.target.value)}
              helperText={t`3 characters at least; kept with your account and audited`}
              slotProps={{ htmlInput: { maxLength: 500 } }}
              sx={{ mt: 1 }}
            />
            {act.isError && (
              <Alert severity="error" sx={{ mt: 1 }}>
                <Trans>It was not kept:</Trans> {act.error.message}
              </Alert>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setVerdict(null)}>
              <Trans>Cancel</Trans>
            </Button>
            <Button
              type="submit"
              variant="contained"
              disabled={reason.trim().length < 3 || act.isPending}
            >
              <Trans>Keep</Trans>
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
