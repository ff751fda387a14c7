/** Accepts, declines, answers or withdraws a referral: what it changes for whom is said before it is done. */
import { Trans, useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { useReferralWork } from './data.ts';

export type ReferralAct = 'accept' | 'decline' | 'answer' | 'withdraw';

export function ActDialog({
  id,
  act,
  whose,
  until,
  onClose,
}: {
  id: string;
  act: ReferralAct;
  /** The patient, as the list names them. */
  whose: string;
  until: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const save = useReferralWork(onClose);
  const said = {
    accept: {
      title: t`Accept the referral: ${whose}`,
      submit: t`Accept`,
      means: t`The clinicians of your institution read the whole record until ${until}, or until the referral is answered or withdrawn. Every access is audited.`,
      field: '',
    },
    decline: {
      title: t`Decline the referral: ${whose}`,
      submit: t`Decline`,
      means: t`The institution that referred is told, with the reason. This cannot be taken back; it may refer again.`,
      field: t`Why`,
    },
    answer: {
      title: t`Answer the referral: ${whose}`,
      submit: t`Send the answer`,
      means: t`The answer goes to the institution that referred and ends your access to the record. This cannot be taken back.`,
      field: t`Answer`,
    },
    withdraw: {
      title: t`Withdraw the referral: ${whose}`,
      submit: t`Withdraw`,
      means: t`The other institution's access to the record ends at once. You may refer again.`,
      field: t`Why`,
    },
  }[act];
  return (
    <FormDialog
      title={said.title}
      submit={said.submit}
      disabled={(act !== 'accept' && words.trim().length < 3) || save.isPending}
      color={act === 'accept' || act === 'answer' ? 'primary' : 'error'}
      problem={
        save.error?.message ??
        (save.data === false ? (
          <Trans>The referral is not as it was: somebody decided on it, or it is over.</Trans>
        ) : null)
      }
      onSubmit={() =>
        save.mutate(act === 'accept' ? { work: act, id } : { work: act, id, words: words.trim() })
      }
      onClose={onClose}
    >
      <div>{said.means}</div>
      {act !== 'accept' && (
        <TextField
          label={said.field}
          value={words}
          required
          multiline
          minRows={act === 'answer' ? 5 : 2}
          helperText={t`At least 3 characters; recorded with your account and audited`}
          onChange={(event) => setWords(event.target.value)}
          slotProps={{ htmlInput: { maxLength: act === 'answer' ? 4000 : 1000 } }}
        />
      )}
    </FormDialog>
  );
}
