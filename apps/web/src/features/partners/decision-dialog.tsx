/** A decision on a partner's study, or a verdict on its answer, with the reason. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../design/form-dialog.tsx';
import { ErrorWords } from '../../design/states.tsx';
import { execute } from '../../graph/execute.ts';
import {
  DecidePartnerStudyDocument,
  ReviewPartnerAnswerDocument,
} from '../../graph/generated/graphql.ts';
import { type PartnerStudy, partnersKey } from './queries.ts';

const words = {
  RUN: {
    title: msg`Allow and run the study`,
    said: msg`It is run on the newest release now, under the disclosure control of every question here; its counts are of your day’s. The answer waits for a second member.`,
  },
  DECLINE: { title: msg`Decline the study`, said: msg`Nothing is run.` },
  RELEASE: {
    title: msg`Sign the answer`,
    said: msg`The figures are signed for the partner. What has left cannot be taken back.`,
  },
  WITHHOLD: {
    title: msg`Withhold the answer`,
    said: msg`Nothing leaves, and the study is closed.`,
  },
} as const;

export function DecisionDialog({
  study,
  kind,
  onClose,
}: {
  study: PartnerStudy;
  kind: keyof typeof words;
  onClose: () => void;
}) {
  const { i18n, t } = useLingui();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const take = useMutation({
    mutationFn: async (): Promise<unknown> =>
      kind === 'RUN' || kind === 'DECLINE'
        ? execute(DecidePartnerStudyDocument, {
            input: { id: study.id, allow: kind === 'RUN', reason },
          })
        : execute(ReviewPartnerAnswerDocument, {
            input: { id: study.id, release: kind === 'RELEASE', reason },
          }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: partnersKey }),
  });
  return (
    <FormDialog
      title={i18n._(words[kind].title)}
      submit={i18n._(words[kind].title)}
      disabled={reason.trim() === '' || take.isPending}
      problem={
        take.isError ? (
          <>
            <Trans>It was not done:</Trans> <ErrorWords error={take.error} />
          </>
        ) : null
      }
      onSubmit={() => take.mutate()}
      onClose={onClose}
    >
      <Typography variant="body2">{i18n._(words[kind].said)}</Typography>
      <TextField
        label={t`Reason`}
        value={reason}
        required
        multiline
        minRows={2}
        autoFocus
        slotProps={{ htmlInput: { maxLength: 1000 } }}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
