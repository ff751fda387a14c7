/** Refers a patient to another institution: why, what is to be seen, and until when its clinicians may read the record. */
import { Trans, useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { DateField } from '../../../design/date-field.tsx';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { InstitutionField } from '../../../design/institution-field.tsx';
import { formatDay } from '../../../format/date.ts';
import { useReferralWork } from './data.ts';

/** Days that a referral is proposed to last. */
const USUAL = 30;

export function ReferDialog({
  patientId,
  name,
  onClose,
}: {
  patientId: string;
  name: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [today] = useState(() => formatDay(Date.now()));
  const [to, setTo] = useState<string | null>(null);
  const [department, setDepartment] = useState('');
  const [reason, setReason] = useState('');
  const [question, setQuestion] = useState('');
  const [until, setUntil] = useState<string | null>(() =>
    formatDay(Date.now() + USUAL * 86_400_000),
  );
  const save = useReferralWork(onClose);
  const complete =
    to !== null &&
    until !== null &&
    until >= today &&
    reason.trim().length >= 3 &&
    question.trim().length >= 3;
  return (
    <FormDialog
      title={t`Refer to another institution: ${name}`}
      submit={<Trans>Refer</Trans>}
      disabled={!complete || save.isPending}
      problem={
        save.error?.message ??
        (save.data === false
          ? t`It was not saved: the patient is referred there already, has died, or is not in the care of your institution.`
          : null)
      }
      onSubmit={() => {
        if (to !== null && until !== null)
          save.mutate({
            work: 'refer',
            referral: {
              ...{ patient: patientId, to, until, department: department.trim() || null },
              ...{ reason: reason.trim(), question: question.trim() },
            },
          });
      }}
      onClose={onClose}
    >
      <div>
        <Trans>
          Once it is accepted, clinicians of that institution read the whole record until the last
          day, until they answer, or until you withdraw it. Every access is audited, and the data
          managers of both institutions see the referral.
        </Trans>
      </div>
      <InstitutionField label={t`Institution`} chosen={to} onChange={setTo} />
      <TextField
        label={t`Department`}
        value={department}
        onChange={(event) => setDepartment(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <TextField
        label={t`Reason for referral`}
        value={reason}
        required
        multiline
        minRows={2}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
      <TextField
        label={t`What is to be seen or answered`}
        value={question}
        required
        multiline
        minRows={2}
        onChange={(event) => setQuestion(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
      <DateField
        label={t`Last day of the referral`}
        value={until}
        onChange={(day) => setUntil(day ?? null)}
      />
    </FormDialog>
  );
}
