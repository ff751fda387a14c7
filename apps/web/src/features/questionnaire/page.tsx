/** A patient's own page: opened by the link that the hospital gave, on a telephone, without an account. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTitle } from '../../design/page.tsx';
import { Mark } from '../../design/shell/mark.tsx';
import { LanguageSwitch } from '../../design/shell/preferences.tsx';
import { ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { useLabel } from '../../i18n/label.ts';
import { type EndedState, LinkEnded, openLink } from './data.ts';
import { Filling } from './filling.tsx';

export function QuestionnairePage() {
  const { t } = useLingui();
  const label = useLabel();
  // After the #, which no server is sent: the token stands in no log.
  const [token] = useState(() => location.hash.slice(1));
  const [ended, setEnded] = useState<EndedState | null>(null);
  const onEnded = useCallback((state: EndedState) => setEnded(state), []);
  const opened = useQuery({
    queryKey: ['questionnaire', token],
    queryFn: () => openLink(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  useTitle(t`Your symptoms`);
  const over = ended ?? (opened.error instanceof LinkEnded ? opened.error.state : null);
  return (
    <Box sx={{ minHeight: '100dvh', bgcolor: 'background.paper' }}>
      <Stack component="header" direction="row" sx={{ px: 2, py: 1, alignItems: 'center' }}>
        <Mark />
        <Box sx={{ ml: 'auto' }}>
          <LanguageSwitch />
        </Box>
      </Stack>
      <Box component="main" sx={{ maxWidth: 560, mx: 'auto', px: 2, pb: 4 }}>
        <Typography variant="h1" sx={{ fontSize: '1.5rem', mb: 0.5 }}>
          <Trans>Your symptoms</Trans>
        </Typography>
        {over !== null ? (
          <Over state={over} />
        ) : opened.isPending ? (
          <LoadingRows rows={6} />
        ) : opened.isError ? (
          <ErrorPanel error={opened.error} retry={() => void opened.refetch()} />
        ) : (
          <>
            <Typography sx={{ fontSize: '1rem', color: 'text.secondary', mb: 2 }}>
              <Trans>
                {label(opened.data.institution)} asks how you felt in the last 7 days. It does not
                replace a call: if you feel very unwell, call your hospital or 120 now.
              </Trans>
            </Typography>
            <Filling token={token} questionnaire={opened.data} onEnded={onEnded} />
          </>
        )}
      </Box>
    </Box>
  );
}

function Over({ state }: { state: EndedState }) {
  return (
    <Typography role="status" sx={{ fontSize: '1.25rem', mt: 2 }}>
      {state === 'COMPLETED' ? (
        <Trans>
          Thank you. Your answers have reached your hospital. If you feel very unwell, do not wait
          for an answer: call your hospital or 120.
        </Trans>
      ) : state === 'EXPIRED' ? (
        <Trans>This link is too old. Ask your hospital for a new one.</Trans>
      ) : state === 'CLOSED' ? (
        <Trans>This link is closed. Ask your hospital for a new one.</Trans>
      ) : (
        <Trans>There is no such link. Open it again from the message, whole.</Trans>
      )}
    </Typography>
  );
}
