/** A patient's record on one or two sheets of paper: what a colleague elsewhere needs, in the language of the page. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiArrowLeft, mdiPrinter } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Icon } from '../../../design/icon.tsx';
import { AppLink } from '../../../design/links.tsx';
import { SexName, VitalStatusName } from '../../../design/marks.tsx';
import { Facts, useTitle } from '../../../design/page.tsx';
import { PrintSubject } from '../../../design/print/parts.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { formatDay, formatPartialDate } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import { WallFacts } from '../board/wall-facts.tsx';
import { type Patient, patientQuery } from '../patient/data.ts';
import { DiagnosisBanner } from '../patient/diagnosis-banner.tsx';
import { LastRecorded } from '../patient/last-recorded.tsx';
import { LastDecision } from './last-decision.tsx';

export function PatientSummaryPage() {
  const { patientId = '' } = useParams({ strict: false });
  const query = useQuery(patientQuery(patientId));
  useTitle(query.data?.identity.name ?? '');
  if (query.isPending) return <LoadingRows rows={12} />;
  if (query.isError)
    return <ErrorPanel heading="h1" error={query.error} retry={() => void query.refetch()} />;
  return <Sheet patient={query.data} />;
}

function Sheet({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const label = useLabel();
  const { identity } = patient;
  const numbers = identity.medicalRecordNumbers.join(', ') || '—';
  return (
    <Box sx={{ flexShrink: 0, minWidth: 0 }}>
      <Box
        className="screen-only"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}
      >
        <AppLink
          to="/clinical/patients/$patientId/{-$section}"
          params={{ patientId: patient.id }}
          search={{}}
          variant="caption"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}
        >
          <Icon path={mdiArrowLeft} sx={{ fontSize: 14 }} />
          <Trans>Whole record</Trans>
        </AppLink>
        <Button
          variant="contained"
          startIcon={<Icon path={mdiPrinter} />}
          onClick={() => window.print()}
          sx={{ ml: 'auto' }}
        >
          <Trans>Print the summary</Trans>
        </Button>
      </Box>
      <Box
        component="article"
        aria-label={t`Summary of the record`}
        sx={{
          // As wide as what an A4 sheet holds.
          maxWidth: '186mm',
          mx: 'auto',
          px: { xs: 1.5, sm: '12mm' },
          py: { xs: 1.5, sm: '10mm' },
          bgcolor: 'background.paper',
          border: '1px solid',
          borderColor: 'divider',
          fontSize: '0.875rem',
          '& h2': { fontSize: '0.9375rem' },
          '& section.MuiPaper-root': { border: 0, px: 0, pt: 0, pb: 0.5, mb: 0.5 },
          '& section.MuiPaper-root > *': { px: 0 },
          '& .MuiTypography-body2': { fontSize: 'inherit' },
          '@media print': { border: 0, p: 0, maxWidth: 'none', fontSize: '9.5pt' },
        }}
      >
        <Typography variant="h1" tabIndex={-1} data-page-heading sx={{ fontSize: '1.25rem' }}>
          {t`Summary of the record: ${identity.name}`}
        </Typography>
        <PrintSubject>{numbers}</PrintSubject>
        <Box sx={{ my: 1 }}>
          <Facts
            facts={[
              { name: t`Sex`, value: <SexName sex={patient.sex} /> },
              {
                name: t`Born`,
                value: `${formatPartialDate(patient.birthDate)}${patient.age === null ? '' : ` · ${t`${patient.age} years`}`}`,
              },
              { name: t`Record number`, value: numbers },
              {
                name: t`Vital status`,
                value: (
                  <>
                    <VitalStatusName status={patient.vitalStatus} />
                    {patient.deathDate && ` · ${formatPartialDate(patient.deathDate)}`}
                  </>
                ),
              },
              {
                name: t`Cared for at`,
                value: patient.institutions.map(({ name }) => label(name)).join(' · ') || '—',
              },
              { name: t`As of`, value: formatDay(Date.now()) },
            ]}
          />
        </Box>
        <DiagnosisBanner patient={patient} />
        <Box sx={{ borderTop: '1px solid', borderColor: 'divider', mt: 1, pt: 1 }}>
          <WallFacts patient={patient} tumourId={null} />
          <LastRecorded patient={patient} />
          <LastDecision patientId={patient.id} />
        </Box>
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
          <Trans>
            Made from what hospitals sent and what was entered here. The whole record says more, and
            the sources of it all.
          </Trans>
        </Typography>
      </Box>
    </Box>
  );
}
