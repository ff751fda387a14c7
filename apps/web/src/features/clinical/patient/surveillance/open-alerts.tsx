/** Alerts that wait, above what a section shows; asked for after the page. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { AlertCard } from './alert-card.tsx';
import { alertsQuery } from './data.ts';

export function OpenAlerts({ patientId }: { patientId: string }) {
  const { t } = useLingui();
  const alerts = useQuery(alertsQuery(patientId)).data?.recurrenceAlerts ?? [];
  const open = alerts.filter(({ state }) => state === 'OPEN');
  if (open.length === 0) return null;
  return (
    <Box component="section" aria-label={t`Alerts of a possible recurrence`}>
      {open.map((alert) => (
        <AlertCard key={alert.id} alert={alert} patientId={patientId} />
      ))}
    </Box>
  );
}
