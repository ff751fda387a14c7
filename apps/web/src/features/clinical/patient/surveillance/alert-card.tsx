/** An alert of a possible recurrence: what rose, by which rule, what else it could be, what is next; and what became of it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatInstant } from '../../../../format/date.ts';
import { formatNumber, formatUnit } from '../../../../format/quantity.ts';
import { useLabel, useLabels } from '../../../../i18n/label.ts';
import { AlertActions } from './alert-actions.tsx';
import { Cited } from './cited.tsx';
import type { RecurrenceAlert } from './data.ts';
import { alertStates, closedBy } from './words.ts';

export function AlertCard({ alert, patientId }: { alert: RecurrenceAlert; patientId: string }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const labels = useLabels();
  const open = alert.state === 'OPEN';
  const unit = formatUnit(alert.unit);
  const name = label(alert.name);
  const [from, to] = [
    alert.fromValue == null ? null : `${formatNumber(alert.fromValue)} (${alert.fromOn})`,
    `${formatNumber(alert.toValue)} ${unit} (${alert.toOn})`,
  ];
  const why =
    alert.reason == null ? null : (closedBy[alert.actedBy == null ? alert.reason : ''] ?? null);
  return (
    <Alert
      severity={open ? 'warning' : 'info'}
      sx={{ mb: 1, '& .MuiAlert-message': { width: '100%' } }}
    >
      <AlertTitle>
        {from === null ? t`${name} rose to ${to}` : t`${name} rose from ${from} to ${to}`}
        {!open && ` · ${i18n._(alertStates[alert.state])}`}
      </AlertTitle>
      <Box component="ul" sx={{ my: 0, pl: 2.5 }}>
        {alert.explanation.map((line) => (
          <li key={line.en}>{label(line)}</li>
        ))}
        <li>
          <Trans>It could also be: {labels(alert.couldBe)}.</Trans>
        </li>
        {open && <li>{label(alert.next)}</li>}
      </Box>
      <Cited rule={alert.rule} />
      <Typography variant="caption" component="p" sx={{ m: 0 }}>
        <Trans>
          Rose on {alert.roseOn}, raised {formatInstant(alert.raisedAt)}.
        </Trans>{' '}
        {alert.actedAt && (
          <Trans>
            Closed {formatInstant(alert.actedAt)} by {alert.actedBy ?? t`the records`}:{' '}
            {why ? i18n._(why) : alert.reason}
          </Trans>
        )}
      </Typography>
      {open && <AlertActions alert={alert} name={name} patientId={patientId} />}
    </Alert>
  );
}
