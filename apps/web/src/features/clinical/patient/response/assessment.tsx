/** How lesions answered one line of treatment: best response, each evaluation with the rule that fired, lesions by day. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { Panel } from '../../../../design/page.tsx';
import { formatPartialDate } from '../../../../format/date.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Patient } from '../data.ts';
import { Cited } from '../surveillance/cited.tsx';
import type { Assessment, Lesion } from './data.ts';
import { Evaluations } from './evaluations.tsx';
import { LesionsByDay } from './lesions-by-day.tsx';
import { SpiderPlot } from './spider-plot.tsx';

type Props = { patient: Patient; lesions: readonly Lesion[]; assessment: Assessment };

export function AssessmentPanel({ patient, lesions, assessment }: Props) {
  const { t } = useLingui();
  const label = useLabel();
  const { tumour, institution, line, startedOn, immune, until, baseline } = assessment;
  const { best, notApplicable, remarks, rules, timepoints } = assessment;
  const name = [
    t`Response by RECIST 1.1`,
    tumour && label(tumour.siteLabel),
    line !== null && line !== undefined && t`line ${line}`,
  ]
    .filter(Boolean)
    .join(' · ');
  const detail = [
    label(institution.name),
    t`baseline ${formatPartialDate(baseline)}`,
    startedOn && t`treatment from ${formatPartialDate(startedOn)}`,
    immune && t`with an immune checkpoint inhibitor`,
    until && t`next line from ${formatPartialDate(until)}`,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <Panel title={name} detail={detail}>
        {notApplicable ? (
          <Box component="p" sx={{ m: 0, typography: 'body1' }}>
            {label(notApplicable)}
          </Box>
        ) : best ? (
          <Box component="p" sx={{ m: 0, typography: 'body1' }}>
            <Trans>
              Best overall response, unconfirmed: <strong>{best.unconfirmed}</strong>; with
              confirmation, as trials ask: <strong>{best.confirmed}</strong>
            </Trans>
          </Box>
        ) : timepoints.length === 0 ? (
          <Box component="p" sx={{ m: 0, typography: 'body2' }}>
            <Trans>There is no evaluation after the baseline yet.</Trans>
          </Box>
        ) : (
          <Box component="p" sx={{ m: 0, typography: 'body2' }}>
            <Trans>The clinical board has not switched best overall response on.</Trans>
          </Box>
        )}
        <Box
          component="ul"
          sx={{ my: 0.75, pl: 2.5, typography: 'body2', color: 'text.secondary' }}
        >
          {[...(best?.explanation ?? []), ...remarks].map((one) => (
            <li key={one.en}>{label(one)}</li>
          ))}
        </Box>
        {rules.map((rule) => (
          <Cited key={rule.id} rule={rule} />
        ))}
      </Panel>
      {timepoints.length > 0 && <Evaluations {...{ patient, lesions, assessment, name }} />}
      <LesionsByDay assessment={assessment} name={name} />
      {timepoints.length > 0 && assessment.baselineSum != null && (
        <SpiderPlot assessment={assessment} name={name} />
      )}
    </>
  );
}
