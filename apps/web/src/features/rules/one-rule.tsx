/** One rule: where it comes from, what it asks, what the board decided, and its trial. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { AppLink } from '../../design/links.tsx';
import { Facts, PageHeader, Panel } from '../../design/page.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { useLabel } from '../../i18n/label.ts';
import { meQuery } from '../../session/me.ts';
import type { Rule } from './queries.ts';
import { TryRule } from './try-rule.tsx';
import { kindWords, markWords, standingWords } from './words.ts';

const SwitchDialog = lazy(async () => ({
  default: (await import('./switch-dialog.tsx')).SwitchDialog,
}));

const AlertPrecision = lazy(async () => ({
  default: (await import('./alert-precision.tsx')).AlertPrecision,
}));

/** What a field takes, in a line. */
const accepted = (field: Rule['fields'][number]): string =>
  field.values.length > 0
    ? field.values.join(', ')
    : field.kind === 'flag'
      ? 'true, false'
      : field.kind === 'number'
        ? `${field.min ?? ''}–${field.max ?? ''}`
        : '—';

export function OneRule({ rule, back }: { rule: Rule; back: string }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  const base = useLocation({ select: ({ pathname }) => pathname.split('/')[1] });
  const [switching, setSwitching] = useState(false);
  const maySwitch = me?.scopes.includes('rule:switch') === true && me.institution === null;
  return (
    <>
      <AppLink
        to={base === 'clinical' ? '/clinical/rules/{-$ruleId}' : '/data-centre/rules/{-$ruleId}'}
        params={{ ruleId: undefined }}
        search={{}}
      >
        {back}
      </AppLink>
      <PageHeader
        title={label(rule.title)}
        detail={
          <Trans>
            <code>{rule.id}</code>, version {rule.version}
          </Trans>
        }
        actions={
          maySwitch && (
            <Button variant="contained" onClick={() => setSwitching(true)}>
              {rule.inForce ? <Trans>Switch off</Trans> : <Trans>Switch on</Trans>}
            </Button>
          )
        }
      />
      <Panel title={<Trans>Where it stands</Trans>}>
        <Facts
          facts={[
            { name: t`In force`, value: rule.inForce ? t`yes` : t`no` },
            { name: t`Why`, value: i18n._(standingWords[rule.standing]) },
            { name: t`Compared with its source`, value: i18n._(markWords[rule.mark]) },
            { name: t`Source`, value: label(rule.source) },
            { name: t`Population`, value: rule.population ? label(rule.population) : null },
          ]}
        />
      </Panel>
      {rule.switches.length > 0 && (
        <Panel flush title={<Trans>Decisions of the board</Trans>} detail={t`latest first`}>
          <SimpleTable
            stacks
            label={t`Decisions of the board`}
            rows={rule.switches}
            rowKey={(one) => one.at}
            columns={[
              { header: t`When`, nowrap: true, cell: (one) => formatInstant(one.at) },
              { header: t`By`, cell: (one) => one.by },
              {
                header: t`Decision`,
                cell: (one) => (one.inForce ? t`switched on` : t`switched off`),
              },
              { header: t`Version`, align: 'right', cell: (one) => one.version },
              {
                header: t`Compared with its source`,
                cell: (one) => (one.confirmed ? t`yes` : t`no`),
              },
              { header: t`Reason`, leastWidth: 220, cell: (one) => one.reason },
            ]}
          />
        </Panel>
      )}
      {maySwitch && (
        <Suspense>
          <AlertPrecision ruleId={rule.id} />
        </Suspense>
      )}
      <TryRule rule={rule} />
      <Panel flush title={<Trans>What it asks</Trans>} detail={t`field names of a file`}>
        <SimpleTable
          stacks
          label={t`What it asks`}
          rows={rule.fields}
          rowKey={(field) => field.name}
          columns={[
            { header: t`Field name`, nowrap: true, cell: (field) => <code>{field.name}</code> },
            { header: t`What it is`, leastWidth: 220, cell: (field) => label(field.label) },
            {
              header: t`Kind`,
              cell: (field) => {
                const words = kindWords[field.kind];
                return words ? i18n._(words) : field.kind;
              },
            },
            { header: t`Accepted values`, leastWidth: 160, cell: accepted },
          ]}
        />
      </Panel>
      {maySwitch && switching && (
        <Suspense>
          <SwitchDialog rule={rule} onClose={() => setSwitching(false)} />
        </Suspense>
      )}
    </>
  );
}
