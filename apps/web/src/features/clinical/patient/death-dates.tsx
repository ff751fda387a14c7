/** Dates of death that differ by who reported them: all are kept, and the record shows one. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useLabel } from '../../../i18n/label.ts';
import type { Patient } from './data.ts';

export function DeathDates({ reports }: { reports: Patient['deathReports'] }) {
  const { t } = useLingui();
  const label = useLabel();
  if (new Set(reports.map(({ date }) => date)).size < 2) return null;
  const words = reports.map(({ date, institution, fromRegister, shown }) => {
    const who = label(institution.name);
    const said = fromRegister
      ? t`${date} (register of deaths, linked by ${who})`
      : t`${date} (${who})`;
    return shown ? t`${said}, which the record shows` : said;
  });
  return (
    <Alert severity="warning" variant="outlined" sx={{ my: 0.5, py: 0 }}>
      <Trans>The dates of death that were reported differ:</Trans> {words.join(' · ')}
    </Alert>
  );
}
