/** Where a patient stands in screening, and the rounds that are recorded; asked for after the page. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { patientScreeningQuery, type Round, useTakeRoundBack } from './data.ts';
import { RoundButton } from './round-button.tsx';
import { Diagnosis, Due } from './standing-words.tsx';

function TakeBack({ round }: { round: Round }) {
  const { t } = useLingui();
  const label = useLabel();
  const [sure, setSure] = useState(false);
  const back = useTakeRoundBack(() => setSure(false));
  if (back.isError) return <span role="alert">{back.error.message}</span>;
  if (back.data?.outcome === 'refused')
    return <span role="alert">{back.data.problems.map(label).join(' ')}</span>;
  return sure ? (
    <Button
      size="small"
      color="error"
      variant="contained"
      disabled={back.isPending}
      onClick={() => back.mutate(round.id)}
    >
      <Trans>Withdraw the record</Trans>
    </Button>
  ) : (
    <Button
      size="small"
      color="inherit"
      aria-label={t`Take back: ${label(round.programme)}, ${round.tested ?? round.invited ?? ''}`}
      onClick={() => setSure(true)}
    >
      <Trans>Take back</Trans>
    </Button>
  );
}

export function ScreeningPanel({ id, name }: { id: string; name: string }) {
  const { t } = useLingui();
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  const query = useQuery(patientScreeningQuery(id));
  const enters = me?.scopes.includes('screening:enter') ?? false;
  if (query.isPending) return null;
  if (query.isError)
    return (
      <Alert severity="warning">
        <Trans>Screening could not be read:</Trans> {query.error.message}
      </Alert>
    );
  const { screening = [], screeningRounds = [] } = query.data ?? {};
  if (!enters && screeningRounds.length === 0) return null;
  return (
    <Panel
      title={t`Screening`}
      actions={enters && <RoundButton patientId={id} name={name} />}
      flush={screeningRounds.length > 0}
    >
      {screeningRounds.length === 0 && <Trans>No round of screening is recorded.</Trans>}
      {screening.length > 0 && (
        <SimpleTable
          label={t`Where the patient stands in screening`}
          stacks
          rows={screening}
          rowKey={(one) => one.id}
          columns={[
            { header: t`Programme`, cell: (one) => label(one.programme.title) },
            { header: t`Where the person stands`, cell: (one) => label(one.stepLabel) },
            { header: t`Next test due`, cell: (one) => <Due standing={one} /> },
            { header: t`Cancer of the programme`, cell: (one) => <Diagnosis standing={one} /> },
          ]}
        />
      )}
      {screeningRounds.length > 0 && (
        <SimpleTable
          label={t`Rounds of screening`}
          stacks
          rows={screeningRounds}
          rowKey={(one) => one.id}
          maxHeight={320}
          columns={[
            { header: t`Programme`, cell: (one) => label(one.programme) },
            { header: t`Invited`, cell: (one) => one.invited ?? '—', nowrap: true },
            {
              header: t`Test`,
              cell: (one) =>
                one.declined !== null ? (
                  <Trans>opted out on {one.declined}</Trans>
                ) : one.tested === null ? (
                  '—'
                ) : (
                  `${one.tested}${one.test === null ? '' : ` · ${label(one.test)}`}`
                ),
            },
            {
              header: t`Result`,
              cell: (one) =>
                `${one.result ?? '—'}${one.meaning === null ? '' : ` · ${label(one.meaning)}`}`,
            },
            ...(enters
              ? [{ header: t`Action`, cell: (one: Round) => <TakeBack round={one} /> }]
              : []),
          ]}
        />
      )}
    </Panel>
  );
}
