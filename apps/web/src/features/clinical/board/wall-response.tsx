/** The latest evaluation of each line by RECIST, as the platform computes it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useLabel } from '../../../i18n/label.ts';
import { responseQuery } from '../patient/response/data.ts';
import { Item } from './wall-parts.tsx';

export function WallResponse({ patientId }: { patientId: string }) {
  const { t } = useLingui();
  const label = useLabel();
  const query = useQuery(responseQuery(patientId));
  if (query.isError)
    return (
      <Box component="p" role="alert" sx={{ my: 0.5 }}>
        <Trans>The response could not be read:</Trans> {query.error.message}
      </Box>
    );
  const assessments = query.data?.response.assessments ?? [];
  return assessments.slice(-2).map(({ line, baseline, tumour, timepoints, best }) => {
    const latest = timepoints.at(-1);
    if (latest === undefined) return null;
    const which = [
      t`Response by RECIST 1.1`,
      tumour ? label(tumour.siteLabel) : '',
      line == null ? '' : t`line ${line}`,
    ]
      .filter((words) => words !== '')
      .join(', ');
    return (
      <Item key={`${tumour?.id} ${line} ${baseline}`} date={latest.date} what={which} strong>
        {latest.overall}
        {best && ` · ${t`best response ${best.confirmed}`}`}
      </Item>
    );
  });
}
