/** What the donor agreed to; recording another consent, and withdrawing it. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { FormDialog } from '../../design/form-dialog.tsx';
import { Panel } from '../../design/page.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatDay } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import { RecordConsentDocument, WithdrawConsentDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { useTerms, WordsField } from './fields.tsx';
import { type Banked, useChange } from './queries.ts';

type Donor = NonNullable<Banked['donor']>;

export function Consent({ donor }: { donor: Donor }) {
  const { t } = useLingui();
  const label = useLabel();
  const [opened, setOpened] = useState<'record' | 'withdraw' | null>(null);
  const [reached, setReached] = useState<{ specimens: number; lines: number } | null>(null);
  const [counts] = donor.consents;
  const inForce = counts !== undefined && counts.withdrawnAt === null;
  return (
    <Panel
      flush
      title={<Trans>Consent of {donor.code}</Trans>}
      detail={
        inForce ? (
          <Trans>in force: version {counts.version}</Trans>
        ) : counts ? (
          <Trans>withdrawn: nothing of this donor leaves</Trans>
        ) : (
          <Trans>none is recorded: nothing of this donor leaves</Trans>
        )
      }
      actions={
        <>
          <Button size="small" onClick={() => setOpened('record')}>
            <Trans>Record a consent</Trans>
          </Button>
          {inForce && (
            <Button size="small" color="error" onClick={() => setOpened('withdraw')}>
              <Trans>Withdraw it</Trans>
            </Button>
          )}
        </>
      }
    >
      {reached && (
        <Alert severity="info" role="status" sx={{ m: 1 }}>
          <Plural
            value={reached.specimens}
            one="The withdrawal reached # specimen"
            other="The withdrawal reached # specimens"
          />
          {', '}
          <Plural
            value={reached.lines}
            one="# of them was reserved and is given back."
            other="# of them were reserved and are given back."
          />
        </Alert>
      )}
      {donor.consents.length > 0 && (
        <SimpleTable
          label={t`Consents`}
          rows={donor.consents}
          rowKey={(_, i) => i}
          stacks
          columns={[
            { header: t`Version`, cell: (one) => one.version },
            { header: t`Signed`, cell: (one) => one.signedOn, nowrap: true },
            {
              header: t`Covers`,
              cell: (one) => one.uses.map((use) => label(use.label)).join(', '),
            },
            {
              header: t`Withdrawn`,
              cell: (one) =>
                one.withdrawnAt === null
                  ? null
                  : `${formatDay(one.withdrawnAt)} ${one.reason ?? ''}`,
            },
          ]}
        />
      )}
      {opened === 'record' && <RecordDialog donor={donor} onClose={() => setOpened(null)} />}
      {opened === 'withdraw' && (
        <WithdrawDialog donor={donor} onDone={setReached} onClose={() => setOpened(null)} />
      )}
    </Panel>
  );
}

function RecordDialog({ donor, onClose }: { donor: Donor; onClose: () => void }) {
  const { t } = useLingui();
  const { of } = useTerms();
  const [version, setVersion] = useState('');
  const [signedOn, setSignedOn] = useState('');
  const [uses, setUses] = useState<readonly string[]>(['RESEARCH']);
  const change = useChange(onClose);
  const record = () =>
    execute(RecordConsentDocument, { donor: donor.id, version, uses: [...uses], signedOn });
  return (
    <FormDialog
      title={<Trans>Consent of {donor.code}</Trans>}
      submit={<Trans>Record it</Trans>}
      disabled={version.trim() === '' || signedOn === '' || uses.length === 0 || change.isPending}
      problem={change.isError ? change.error.message : null}
      onSubmit={() => change.mutate(record)}
      onClose={onClose}
    >
      <WordsField label={t`Version of the form`} value={version} onChange={setVersion} />
      <WordsField label={t`Signed on`} value={signedOn} onChange={setSignedOn} type="date" />
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend>
          <Trans>It covers</Trans>
        </legend>
        {of('uses').map(({ value, words }) => (
          <FormControlLabel
            key={value}
            label={words}
            control={
              <Checkbox
                checked={uses.includes(value)}
                onChange={(_, on) =>
                  setUses(on ? [...uses, value] : uses.filter((use) => use !== value))
                }
              />
            }
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}

function WithdrawDialog({
  donor,
  onDone,
  onClose,
}: {
  donor: Donor;
  onDone: (reached: { specimens: number; lines: number }) => void;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const change = useChange<{ specimens: number; lines: number }>((reached) => {
    onDone(reached);
    onClose();
  });
  return (
    <FormDialog
      title={<Trans>Withdraw the consent of {donor.code}</Trans>}
      submit={<Trans>Withdraw it</Trans>}
      disabled={reason.trim().length < 3 || change.isPending}
      problem={change.isError ? change.error.message : null}
      onSubmit={() =>
        change.mutate(
          async () =>
            (await execute(WithdrawConsentDocument, { donor: donor.id, reason })).withdrawConsent,
        )
      }
      onClose={onClose}
    >
      <Alert severity="warning">
        <Trans>
          Nothing of this donor leaves from then on, pools included; what is reserved goes back.
          Only a newly signed consent changes that.
        </Trans>
      </Alert>
      <WordsField label={t`Why`} value={reason} onChange={setReason} lines={2} />
    </FormDialog>
  );
}
