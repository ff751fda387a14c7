/** What the patient reports: alerts, terms by week, and the links by which they were asked. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '../../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../../format/date.ts';
import { execute } from '../../../../graph/execute.ts';
import { RevokeSymptomQuestionnaireDocument } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { meQuery } from '../../../../session/me.ts';
import type { Patient } from '../data.ts';
import { SymptomAlertCard } from './alert-card.tsx';
import { type Answer, gridOf, type Questionnaire, symptomsQuery } from './data.ts';
import { questionnaireStates } from './words.ts';

const AskDialog = lazy(async () => ({ default: (await import('./ask-dialog.tsx')).AskDialog }));

/** Who watches the section sees what the patient sends; each look is audited, so that it is not oftener. */
const EVERY = 15_000;

export function SymptomsPanel({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const query = useQuery({ ...symptomsQuery(patient.id), refetchInterval: EVERY });
  const { data: me } = useQuery(meQuery);
  const asks = me?.scopes.includes('symptom:ask') && patient.vitalStatus !== 'DEAD';
  if (query.isPending) return <LoadingRows rows={3} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const { symptomQuestionnaires: asked = [], symptomAlerts = [] } = query.data ?? {};
  const open = symptomAlerts.filter(({ state }) => state === 'OPEN');
  return (
    <>
      {open.length > 0 && (
        <Box component="section" aria-label={t`Alerts of symptoms`}>
          {open.map((alert) => (
            <SymptomAlertCard key={alert.id} alert={alert} patientId={patient.id} />
          ))}
        </Box>
      )}
      <Panel
        title={t`Symptoms reported by the patient`}
        actions={asks && <Ask patientId={patient.id} name={patient.identity.name} />}
      >
        {asked.length === 0 ? <Trans>Nothing was asked yet.</Trans> : null}
        <Grid questionnaires={asked} />
        {asked.length > 0 && <Links patientId={patient.id} asked={asked} />}
      </Panel>
    </>
  );
}

function Ask({ patientId, name }: { patientId: string; name: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
        <Trans>Ask for symptoms</Trans>
      </Button>
      {open && (
        <Suspense>
          <AskDialog patientId={patientId} name={name} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function Grid({ questionnaires }: { questionnaires: readonly Questionnaire[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const { weeks, rows } = gridOf(questionnaires);
  if (rows.length === 0) return null;
  return (
    <SimpleTable
      label={t`Composite grades by week`}
      rows={rows}
      rowKey={({ term }) => term.number}
      maxHeight={420}
      columns={[
        { header: t`Symptom`, cell: ({ term }) => label(term.name) },
        ...weeks.map((week) => ({
          header: week,
          nowrap: true,
          cell: ({ weeks: of }: (typeof rows)[number]) => <Cell answer={of.get(week)} />,
        })),
      ]}
    />
  );
}

function Cell({ answer }: { answer: Answer | undefined }) {
  const label = useLabel();
  if (!answer) return '—';
  const said = answer.said.map(({ answer: words }) => label(words)).join(' · ');
  return (
    <>
      {answer.grade != null && (
        <Box component="strong" sx={answer.grade >= 3 ? { color: 'error.main' } : {}}>
          {answer.grade}
        </Box>
      )}{' '}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {said}
      </Box>
    </>
  );
}

type LinksProps = { patientId: string; asked: readonly Questionnaire[] };

function Links({ patientId, asked }: LinksProps) {
  const { t, i18n } = useLingui();
  const { data: me } = useQuery(meQuery);
  return (
    <SimpleTable
      label={t`Links`}
      rows={asked}
      rowKey={({ id }) => id}
      maxHeight={240}
      columns={[
        { header: t`Asked`, cell: ({ madeAt }) => formatInstant(madeAt), nowrap: true },
        { header: t`Account`, cell: ({ madeBy }) => madeBy },
        {
          header: t`Status`,
          nowrap: true,
          cell: ({ id, state }) => (
            <>
              {i18n._(questionnaireStates[state])}{' '}
              {me?.scopes.includes('symptom:ask') && (
                <EndLink patientId={patientId} id={id} open={state === 'OPEN'} />
              )}
            </>
          ),
        },
        {
          header: t`Last saved`,
          cell: ({ lastSavedAt }) => formatInstant(lastSavedAt),
          nowrap: true,
        },
        { header: t`Ends`, cell: ({ expiresAt }) => formatInstant(expiresAt), nowrap: true },
      ]}
    />
  );
}

function EndLink({ patientId, id, open }: { patientId: string; id: string; open: boolean }) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => execute(RevokeSymptomQuestionnaireDocument, { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['patient', patientId, 'symptoms'] }),
  });
  if (!open) return null;
  return (
    <Button size="small" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
      <Trans>End the link</Trans>
    </Button>
  );
}
