/** Opens the form of a letter or text message. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { MessageOccasion } from '../../graph/generated/graphql.ts';
import { openWords } from '../../i18n/language.ts';
import { meQuery } from '../../session/me.ts';

const PlanDialog = lazy(async () => {
  const [{ PlanDialog }] = await Promise.all([
    import('./messages/plan-dialog.tsx'),
    openWords('clinical-messages'),
  ]);
  return { default: PlanDialog };
});

export function MessageButton({
  about,
  occasion,
  name,
  token,
}: {
  /** The id of the plan, contact, questionnaire or standing that it is about. */
  about: string;
  occasion: MessageOccasion;
  name: string;
  token?: string;
}) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { data: me } = useQuery(meQuery);
  if (!me?.scopes.includes('message:send')) return null;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-label={t`Write to the patient: ${name}`}
        onClick={() => setOpen(true)}
      >
        <Trans>Write …</Trans>
      </Button>
      {open && (
        <Suspense>
          <PlanDialog
            {...{ about, occasion, name }}
            {...(token === undefined ? {} : { token })}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
