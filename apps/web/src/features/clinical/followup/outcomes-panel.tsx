/** What came of a patient's contacts, as it was entered here; who entered it may take it back. Asked for after the page. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { OutcomeButton } from '../outcome-button.tsx';
import { outcomeWords, patientOutcomesQuery, useTakeOutcomeBack } from './outcomes.ts';

function TakeBack({ id, what }: { id: string; what: string }) {
  const { t } = useLingui();
  const label = useLabel();
  const [sure, setSure] = useState(false);
  const back = useTakeOutcomeBack(() => setSure(false));
  if (back.isError) return <span role="alert">{back.error.message}</span>;
  if (back.data?.outcome === 'refused')
    return <span role="alert">{back.data.problems.map(label).join(' ')}</span>;
  return sure ? (
    <Button
      size="small"
      color="error"
      variant="contained"
      disabled={back.isPending}
      onClick={() => back.mutate(id)}
    >
      <Trans>Withdraw its records</Trans>
    </Button>
  ) : (
    <Button
      size="small"
      color="inherit"
      aria-label={t`Take back: ${what}`}
      onClick={() => setSure(true)}
    >
      <Trans>Take back</Trans>
    </Button>
  );
}

export function OutcomesPanel({
  patient: { id, name, isDead },
}: {
  patient: { id: string; name: string; isDead: boolean };
}) {
  const { t, i18n } = useLingui();
  const { data: me } = useQuery(meQuery);
  const outcomes = useQuery(patientOutcomesQuery(id));
  const enters = me?.scopes.includes('contact:enter') ?? false;
  const entered = outcomes.data?.contactOutcomes ?? [];
  if (outcomes.isPending || (!enters && entered.length === 0 && !outcomes.isError)) return null;
  const button = enters && !isDead && <OutcomeButton patientId={id} contactId={null} name={name} />;
  if (outcomes.isError)
    return (
      <Alert severity="warning">
        <Trans>The outcomes could not be read:</Trans> {outcomes.error.message}
      </Alert>
    );
  return (
    <Panel title={t`Outcomes entered here`} actions={button} flush={entered.length > 0}>
      {entered.length === 0 ? (
        <Trans>No outcome of a contact was entered here.</Trans>
      ) : (
        <SimpleTable
          label={t`Outcomes entered here`}
          stacks
          rows={entered}
          rowKey={(one) => one.id}
          maxHeight={320}
          columns={[
            { header: t`Date`, cell: (one) => one.on, nowrap: true },
            {
              header: t`Outcome`,
              cell: (one) =>
                one.takenBackBy === null ? (
                  i18n._(outcomeWords[one.outcome])
                ) : (
                  <del>{i18n._(outcomeWords[one.outcome])}</del>
                ),
            },
            { header: t`Note`, cell: (one) => one.note ?? '—' },
            { header: t`Next contact`, cell: (one) => one.nextOn ?? '—', nowrap: true },
            {
              header: t`Entered`,
              cell: (one) => `${formatInstant(one.enteredAt)} · ${one.enteredBy}`,
            },
            {
              header: t`Action`,
              cell: (one) =>
                one.takenBackAt !== null
                  ? `${t`Taken back`} ${formatInstant(one.takenBackAt)} · ${one.takenBackBy ?? ''}`
                  : enters &&
                    one.own && (
                      <TakeBack
                        id={one.id}
                        what={`${one.on}, ${i18n._(outcomeWords[one.outcome])}`}
                      />
                    ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
