/** What may be done with one task. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { ButtonLink } from '../../../design/links.tsx';
import type { TaskKind, TaskRowFragment } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { OutcomeButton } from '../outcome-button.tsx';
import { type Choices, useAct } from './data.ts';

const FinishDialog = lazy(async () => ({
  default: (await import('./finish-dialog.tsx')).FinishDialog,
}));

/** Of these, what was done stands. */
const STANDS: ReadonlySet<TaskKind> = new Set([
  'RECURRENCE_ALERT',
  'SYMPTOM_ALERT',
  'CONTACT_DUE',
  'BOARD_DECISION',
]);

export function RowActions({
  task,
  kinds,
  name,
  patientId,
}: {
  task: TaskRowFragment;
  kinds: Choices['worklistCounts'];
  name: string;
  /** Null where the reader sees no patient. */
  patientId: string | null;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState(false);
  const undo = useAct((changed) => setRefused(changed === 0));
  const kind = kinds.find((one) => one.kind === task.kind);
  const what = label(task.title);
  if (!task.mine || kind === undefined || task.state === 'ENDED') return null;
  if (task.state === 'DONE') {
    // A verdict on an alert stands, and an outcome is taken back where it was entered.
    if (STANDS.has(task.kind)) return null;
    if (refused || undo.isError)
      return (
        <span role="status">
          <Trans>Not taken back</Trans>
        </span>
      );
    return (
      <Button
        size="small"
        color="inherit"
        disabled={undo.isPending}
        aria-label={t`Take back: ${name}, ${what}`}
        onClick={() => undo.mutate({ act: 'undo', id: task.id })}
      >
        <Trans>Take back</Trans>
      </Button>
    );
  }
  const outcome = patientId !== null &&
    (task.kind === 'CONTACT_DUE' || task.kind === 'LOST_TO_FOLLOW_UP') && (
      <OutcomeButton patientId={patientId} contactId={task.contact ?? null} name={name} />
    );
  if (task.kind === 'CONTACT_DUE') return outcome || null;
  const board = task.boardCase != null && (
    <ButtonLink
      size="small"
      to="/clinical/board/$caseId"
      params={{ caseId: task.boardCase }}
      search={{}}
      preload={false}
      aria-label={t`Open the case: ${name}, ${what}`}
    >
      <Trans>Case …</Trans>
    </ButtonLink>
  );
  if (task.kind === 'TUMOUR_BOARD') return board || null;
  const referral = task.kind.startsWith('REFERRAL_') && (
    <ButtonLink
      size="small"
      to="/clinical/referrals"
      search={task.kind === 'REFERRAL_RETURNED' ? { way: 'sent', all: 'yes' } : {}}
      preload={false}
      aria-label={t`Open the referrals: ${name}, ${what}`}
    >
      <Trans>Referral …</Trans>
    </ButtonLink>
  );
  if (kind.results.length === 0) return referral || null;
  return (
    <>
      {outcome}
      {board}
      {referral}
      <Button
        size="small"
        variant="outlined"
        aria-label={t`Done: ${name}, ${what}`}
        onClick={() => setAsking(true)}
      >
        <Trans context="task">Done …</Trans>
      </Button>
      {asking && (
        <Suspense>
          <FinishDialog task={task} kind={kind} name={name} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
