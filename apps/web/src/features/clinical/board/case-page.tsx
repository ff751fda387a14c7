/** One page a patient, made for a wall: what the board needs in sight, the question, and what it decides. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiArrowLeft, mdiPrinter } from '@mdi/js';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Icon } from '../../../design/icon.tsx';
import { AppLink, ButtonLink } from '../../../design/links.tsx';
import { SexName, VitalStatusName } from '../../../design/marks.tsx';
import { useTitle } from '../../../design/page.tsx';
import { PrintSubject } from '../../../design/print/parts.tsx';
import { screenOnly } from '../../../design/print/styles.ts';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { DiagnosisBanner } from '../patient/diagnosis-banner.tsx';
import { OpenAlerts } from '../patient/surveillance/open-alerts.tsx';
import { type CasePage, caseQuery } from './data.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { EarlierCases } from './earlier-cases.tsx';
import { WallFacts } from './wall-facts.tsx';
import { mondayOf } from './week.ts';
import { caseWords } from './words.ts';

export function BoardCasePage() {
  const { caseId = '' } = useParams({ strict: false });
  const query = useQuery(caseQuery(caseId));
  useTitle(query.data?.patient.identity.name ?? '');
  if (query.isPending) return <LoadingRows rows={12} />;
  if (query.isError)
    return <ErrorPanel heading="h1" error={query.error} retry={() => void query.refetch()} />;
  // Another case begins with an empty form.
  return <Wall key={query.data.id} case_={query.data} />;
}

function Wall({ case_: one }: { case_: CasePage }) {
  const { t, i18n } = useLingui();
  const { patient, meeting, question, presenter, state } = one;
  const { identity } = patient;
  const others = patient.boardCases.filter(({ id }) => id !== one.id);
  return (
    <Box
      sx={{
        flexShrink: 0,
        minWidth: 0,
        // Read from the other end of a room.
        fontSize: { xs: '1rem', lg: '1.125rem' },
        '& h2': { fontSize: { xs: '1.0625rem', lg: '1.25rem' } },
        '& .MuiTypography-body1, & .MuiTypography-body2, & .MuiAlert-message': {
          fontSize: 'inherit',
        },
      }}
    >
      <Way case_={one} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2 }}>
        <Typography
          variant="h1"
          tabIndex={-1}
          data-page-heading
          sx={{ fontSize: { xs: '1.5rem', lg: '2.25rem' } }}
        >
          {identity.name}
        </Typography>
        <SexName sex={patient.sex} />
        {patient.age !== null && <span>{t`${patient.age} years`}</span>}
        <VitalStatusName status={patient.vitalStatus} />
        <span>{identity.medicalRecordNumbers.join(', ')}</span>
        <AppLink
          {...screenOnly}
          to="/clinical/patients/$patientId/{-$section}"
          params={{ patientId: patient.id }}
          search={{}}
          preload={false}
        >
          <Trans>Whole record</Trans>
        </AppLink>
        <PrintSubject>{identity.medicalRecordNumbers.join(', ')}</PrintSubject>
      </Box>
      <Box sx={{ fontSize: { lg: '1.25rem' } }}>
        <DiagnosisBanner patient={patient} />
      </Box>
      {meeting.cancelled && (
        <Alert severity="warning" sx={{ my: 1 }}>
          <Trans>The meeting does not take place: the case needs another.</Trans>
        </Alert>
      )}
      <Box
        component="section"
        aria-labelledby="board-question"
        sx={{
          my: 1.5,
          px: 2,
          py: 1.25,
          borderLeft: '6px solid',
          borderColor: 'primary.main',
          bgcolor: 'background.paper',
        }}
      >
        <Typography id="board-question" variant="h2">
          <Trans>Question to the board</Trans>
        </Typography>
        <Box
          component="p"
          sx={{
            my: 0.5,
            fontSize: { xs: '1.125rem', lg: '1.5rem' },
            fontWeight: 600,
            whiteSpace: 'pre-line',
            overflowWrap: 'anywhere',
          }}
        >
          {question}
        </Box>
        <Box component="p" sx={{ m: 0, color: 'text.secondary' }}>
          {meeting.on} · {meeting.name}
          {meeting.place && ` · ${meeting.place}`} · <Trans>Presented by {presenter}</Trans> ·{' '}
          {i18n._(caseWords[state])}
          {one.withdrawnReason && `: ${one.withdrawnReason}`}
        </Box>
      </Box>

      <OpenAlerts patientId={patient.id} />
      <WallFacts patient={patient} tumourId={one.tumour?.id ?? null} />
      <DecisionPanel case_={one} />
      <EarlierCases cases={others} />
    </Box>
  );
}

/** The way back to the list, and to the cases before and after at the same meeting. */
function Way({ case_: one }: { case_: CasePage }) {
  const { t } = useLingui();
  const { cases, on } = one.meeting;
  const standing = cases.filter(({ state }) => state !== 'WITHDRAWN');
  const at = standing.findIndex(({ id }) => id === one.id);
  const before = at > 0 ? standing[at - 1] : undefined;
  const after = at >= 0 ? standing[at + 1] : undefined;
  const place = at + 1;
  const count = standing.length;
  return (
    <Box
      component="nav"
      aria-label={t`Cases of the meeting`}
      className="screen-only"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 0.5 }}
    >
      <AppLink
        to="/clinical/board"
        search={{ week: mondayOf(on) }}
        variant="caption"
        sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}
      >
        <Icon path={mdiArrowLeft} sx={{ fontSize: 14 }} />
        <Trans>The list of the week</Trans>
      </AppLink>
      {at >= 0 && (
        <Typography variant="caption" component="span">
          <Trans>
            Case {place} of {count}
          </Trans>
        </Typography>
      )}
      <Box sx={{ ml: 'auto', display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {before && (
          <ButtonLink
            size="small"
            to="/clinical/board/$caseId"
            params={{ caseId: before.id }}
            search={{}}
            preload={false}
          >
            <Trans>Case before</Trans>
          </ButtonLink>
        )}
        {after && (
          <ButtonLink
            size="small"
            variant="outlined"
            to="/clinical/board/$caseId"
            params={{ caseId: after.id }}
            search={{}}
            preload={false}
          >
            <Trans>Next case</Trans>
          </ButtonLink>
        )}
        <Button size="small" startIcon={<Icon path={mdiPrinter} />} onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
      </Box>
    </Box>
  );
}
