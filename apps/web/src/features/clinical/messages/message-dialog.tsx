/** One message: its words, and what is done with it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { ErrorWords, LoadingRows } from '../../../design/states.tsx';
import type { MessageAct } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import {
  gatewayQuery,
  type MessageText,
  type ShownMessage,
  textQuery,
  useActOnMessage,
} from './data.ts';
import { Letter } from './letter.tsx';
import { printLetter } from './print-letter.ts';
import { channelWords, reasonWords } from './words.ts';

export function MessageDialog({
  message,
  name,
  onClose,
}: {
  message: ShownMessage;
  name: string;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const label = useLabel();
  const { id, state, reason, channel, language } = message;
  const shows = state !== 'CANCELLED';
  const text = useQuery({ ...textQuery(id), enabled: shows });
  const gateway = useQuery(gatewayQuery);
  const act = useActOnMessage(onClose);
  const told = act.data?.problem;
  const waits = state === 'WAITING';
  return (
    <FormDialog
      title={`${i18n._(channelWords[channel])}: ${name}`}
      submit={state === 'FAILED' ? <Trans>Send again</Trans> : null}
      disabled={act.isPending}
      problem={act.error ? <ErrorWords error={act.error} /> : told ? label(told) : null}
      actions={
        waits && (
          <Acts
            isBusy={act.isPending}
            byHand={gateway.data?.configured === false}
            onAct={(what) => act.mutate({ id, act: what })}
          />
        )
      }
      onSubmit={() => act.mutate({ id, act: 'SEND_AGAIN' })}
      onClose={onClose}
    >
      {reason && (
        <Alert severity={state === 'FAILED' ? 'error' : 'info'}>
          {i18n._(reasonWords[reason])}
          {message.problem && `: ${message.problem}`}
        </Alert>
      )}
      {waits && gateway.data?.configured === false && (
        <Alert severity="warning">
          <Trans>
            No gateway: the platform sends nothing itself. Print the letter or type the text
            message, and then say that it was sent.
          </Trans>
        </Alert>
      )}
      {!shows ? (
        <Trans>A cancelled message has no words any more.</Trans>
      ) : text.isPending ? (
        <LoadingRows rows={4} />
      ) : text.isError ? (
        <Alert severity="warning">
          <ErrorWords error={text.error} />
        </Alert>
      ) : (
        <>
          <Letter message={text.data} />
          <TakeAway message={text.data} language={language} />
        </>
      )}
      {shows && !waits && (
        <span>
          <Trans>
            Made anew of the template and of the record as they are: a link is not shown again.
          </Trans>
        </span>
      )}
    </FormDialog>
  );
}

function TakeAway({ message, language }: { message: MessageText; language: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  return message.channel === 'LETTER' ? (
    <Button variant="outlined" onClick={() => printLetter(message, language)}>
      <Trans>Print the letter</Trans>
    </Button>
  ) : (
    <Button
      variant="outlined"
      onClick={() => {
        void navigator.clipboard.writeText(message.text).then(() => setCopied(true));
      }}
    >
      {copied ? t`Copied` : t`Copy the text message`}
    </Button>
  );
}

function Acts({
  isBusy,
  byHand,
  onAct,
}: {
  isBusy: boolean;
  byHand: boolean;
  onAct: (act: MessageAct) => void;
}) {
  const [sure, setSure] = useState(false);
  return (
    <>
      <Button
        color="error"
        variant={sure ? 'contained' : 'text'}
        disabled={isBusy}
        onClick={() => (sure ? onAct('CANCEL') : setSure(true))}
      >
        {sure ? <Trans>Yes, do not send it</Trans> : <Trans>Do not send it</Trans>}
      </Button>
      {byHand && (
        <Button variant="contained" disabled={isBusy} onClick={() => onAct('SENT_BY_HAND')}>
          <Trans>It was sent</Trans>
        </Button>
      )}
    </>
  );
}
