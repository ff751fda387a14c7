/** Which hospitals report a primary. */
import { Trans } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import { formatPartialDate } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Tumour } from './data.ts';

export function ReportedBy({
  reports,
}: {
  reports: readonly Pick<Tumour, 'id' | 'institution' | 'diagnosedOn'>[];
}) {
  const label = useLabel();
  const list = reports
    .map(({ institution, diagnosedOn }) =>
      [label(institution.name), diagnosedOn && formatPartialDate(diagnosedOn)]
        .filter(Boolean)
        .join(' '),
    )
    .join(' · ');
  return (
    <Typography variant="caption" component="p" sx={{ m: 0, mb: 1, color: 'text.secondary' }}>
      <Trans>Reported by {list}</Trans>
    </Typography>
  );
}
