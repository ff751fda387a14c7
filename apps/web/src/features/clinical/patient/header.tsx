/** Who the patient is. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiArrowLeft } from '@mdi/js';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';
import { Icon } from '../../../design/icon.tsx';
import { AppLink } from '../../../design/links.tsx';
import { SexName, VitalStatusName } from '../../../design/marks.tsx';
import { PrintSubject } from '../../../design/print/parts.tsx';
import { screenOnly } from '../../../design/print/styles.ts';
import { sexWords } from '../../../design/words.ts';
import { formatInstant, formatPartialDate } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Patient } from './data.ts';
import { DeathDates } from './death-dates.tsx';
import { DiagnosisBanner } from './diagnosis-banner.tsx';

export function PatientHeader({ patient }: { patient: Patient }) {
  const label = useLabel();
  const { i18n, t } = useLingui();
  const { identity } = patient;
  const subject = [
    i18n._(sexWords[patient.sex]),
    patient.age === null ? '' : t`${patient.age} years`,
    identity.medicalRecordNumbers.join(', '),
  ]
    .filter((words) => words !== '')
    .join(' · ');
  // On a telephone the facts would fill the screen before anything else is seen.
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const facts = (
    <Stack
      component="dl"
      direction="row"
      sx={{
        m: 0,
        mt: 0.75,
        flexWrap: 'wrap',
        columnGap: 2.5,
        rowGap: 0.25,
        fontSize: '0.8125rem',
      }}
    >
      <Fact name={t`Born`}>{formatPartialDate(patient.birthDate)}</Fact>
      {patient.deathDate && <Fact name={t`Died`}>{formatPartialDate(patient.deathDate)}</Fact>}
      {patient.causeOfDeath && (
        <Fact name={t`Cause of death`}>{label(patient.causeOfDeath.label)}</Fact>
      )}
      <Fact name={t`Record number`}>{identity.medicalRecordNumbers.join(', ') || '—'}</Fact>
      {identity.nationalIdMasked && <Fact name={t`National ID`}>{identity.nationalIdMasked}</Fact>}
      {identity.phone && <Fact name={t`Telephone`}>{identity.phone}</Fact>}
      {identity.address && <Fact name={t`Address`}>{identity.address}</Fact>}
      <Fact name={t`Cared for at`}>
        {patient.institutions.map((i) => label(i.name)).join(' · ') || '—'}
      </Fact>
    </Stack>
  );
  return (
    <Box component="section" aria-label={t`The patient`} sx={{ mb: 1 }}>
      <AppLink
        {...screenOnly}
        to="/clinical/patients"
        search={{}}
        variant="caption"
        sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, mb: 0.5 }}
      >
        <Icon path={mdiArrowLeft} sx={{ fontSize: 14 }} />
        <Trans>All patients</Trans>
      </AppLink>
      <AppLink
        {...screenOnly}
        to="/clinical/patients/$patientId/summary"
        params={{ patientId: patient.id }}
        search={{}}
        preload={false}
        variant="caption"
        sx={{ display: 'inline-flex', ml: 2, mb: 0.5 }}
      >
        <Trans>Summary to print</Trans>
      </AppLink>
      <Stack
        direction="row"
        sx={{ alignItems: 'baseline', flexWrap: 'wrap', columnGap: 2, rowGap: 0.25 }}
      >
        <Typography variant="h1" tabIndex={-1} data-page-heading sx={{ fontSize: '1.375rem' }}>
          {identity.name}
        </Typography>
        <SexName sex={patient.sex} />
        {patient.age !== null && (
          <span>
            <Trans>{patient.age} years</Trans>
          </span>
        )}
        <VitalStatusName status={patient.vitalStatus} />
        {!patient.inUse && (
          <Typography component="span" variant="body2" sx={{ color: 'warning.dark' }}>
            <Trans>The hospital no longer uses this record</Trans>
          </Typography>
        )}
        {patient.restricted && (
          <Typography component="span" variant="body2" sx={{ color: 'warning.dark' }}>
            <Trans>Restricted: every access to this patient is reviewed</Trans>
          </Typography>
        )}
        <PrintSubject>{subject}</PrintSubject>
        {narrow && <span>{formatPartialDate(patient.birthDate)}</span>}
      </Stack>
      {patient.emergencyAccess && (
        <Alert severity="error" variant="outlined" sx={{ my: 0.5, py: 0 }}>
          <Trans>
            You see this record because of an emergency, until{' '}
            {formatInstant(patient.emergencyAccess.until)}. It is reviewed. Your reason:{' '}
            {patient.emergencyAccess.reason}
          </Trans>
        </Alert>
      )}
      <DeathDates reports={patient.deathReports} />
      <DiagnosisBanner patient={patient} />
      {narrow ? (
        <Box component="details" sx={{ mt: 0.5, fontSize: '0.8125rem' }}>
          <Box component="summary" sx={{ cursor: 'pointer', color: 'primary.main' }}>
            <Trans>Record number and contact</Trans>
          </Box>
          {facts}
        </Box>
      ) : (
        facts
      )}
    </Box>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <Box sx={{ display: 'flex', gap: 0.75, minWidth: 0 }}>
    <Box component="dt" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
      {name}
    </Box>
    <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
      {children}
    </Box>
  </Box>
);
