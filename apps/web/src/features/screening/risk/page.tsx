/** The risk of cancers of one person: of a patient with what the record says, or of nobody's record, kept nowhere. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '../../../design/links.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { PatientLink } from '../../../design/patient-link.tsx';
import { ErrorPanel, LoadingRows, NotFound } from '../../../design/states.tsx';
import { Answers } from './answers.tsx';
import { Batch } from './batch.tsx';
import { formQuery, type Person, personQuery, type RiskInput, type Values } from './data.ts';
import { RiskForm } from './form.tsx';

export function RiskPage() {
  const { patientId } = useParams({ strict: false });
  return patientId === undefined ? <OfNobody /> : <OfPatient key={patientId} id={patientId} />;
}

function OfNobody() {
  const form = useQuery(formQuery);
  if (form.isPending) return <LoadingRows rows={12} />;
  if (form.isError)
    return <ErrorPanel heading="h1" error={form.error} retry={() => void form.refetch()} />;
  return <OnePerson inputs={form.data} person={null} />;
}

function OfPatient({ id }: { id: string }) {
  const form = useQuery(formQuery);
  const person = useQuery(personQuery(id));
  if (form.isPending || person.isPending) return <LoadingRows rows={12} />;
  const error = form.error ?? person.error;
  if (error || !form.data)
    return (
      <ErrorPanel
        heading="h1"
        error={error}
        retry={() => void Promise.all([form.refetch(), person.refetch()])}
      />
    );
  if (!person.data) return <NotFound />;
  return <OnePerson inputs={form.data} person={person.data} />;
}

const recorded = (person: Person | null): Values =>
  Object.fromEntries((person?.riskKnown ?? []).map(({ input, value }) => [input, value]));

function OnePerson({ inputs, person }: { inputs: readonly RiskInput[]; person: Person | null }) {
  const { t } = useLingui();
  const [values, setValues] = useState<Values>(() => recorded(person));
  return (
    <>
      <PageHeader
        title={t`Risk of cancer`}
        detail={
          person ? (
            <Trans>
              of <PatientLink patient={person} />
            </Trans>
          ) : (
            <Trans>of a person without a record here</Trans>
          )
        }
        actions={
          person && (
            <AppLink
              to="/clinical/risk/{-$patientId}"
              params={{ patientId: undefined }}
              search={{}}
              underline="always"
            >
              <Trans>Another person</Trans>
            </AppLink>
          )
        }
      />
      <Alert severity="info" sx={{ mb: 2 }}>
        <Trans>
          Information, not a recommendation. Models are of groups of people, several not of China;
          each says whose. Nothing that is not known is guessed, and nothing typed here is stored.
        </Trans>
      </Alert>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 420px) minmax(0, 1fr)' },
        }}
      >
        <RiskForm
          inputs={inputs}
          known={person?.riskKnown ?? []}
          values={values}
          onChange={setValues}
          recorded={recorded(person)}
        />
        <Answers inputs={inputs} values={values} />
      </Box>
      {person === null && <Batch />}
    </>
  );
}
