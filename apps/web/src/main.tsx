import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { theme } from './design/theme.ts';
import { GraphError } from './graph/execute.ts';
import { queryClient } from './graph/query-client.ts';
import { initial, show } from './i18n/language.ts';
import { router } from './router.tsx';
import { meQuery } from './session/me.ts';

/** A session that has ended shows as a refusal; whether it has is asked before anyone is sent away. */
const whenRefused = (error: Error): void => {
  const refused =
    error instanceof GraphError && ['UNAUTHENTICATED', 'FORBIDDEN'].includes(error.code);
  if (!refused) return;
  queryClient.fetchQuery({ ...meQuery, staleTime: 0 }).catch((reason: unknown) => {
    if (!(reason instanceof GraphError) || reason.code !== 'UNAUTHENTICATED') return;
    const returnTo = router.state.location.href;
    queryClient.clear();
    void router.navigate({ to: '/sign-in', search: { returnTo, problem: 'session-ended' } });
  });
};
queryClient.getQueryCache().config.onError = (error, query) => {
  if (query.queryKey[0] !== 'me') whenRefused(error);
};
queryClient.getMutationCache().config.onError = (error, _, __, mutation) => {
  if (mutation.options.mutationKey?.[0] !== 'sign-in') whenRefused(error);
};

const begin = async (): Promise<void> => {
  // The frame that index.html draws stays until the first page can be drawn in its place.
  await Promise.all([show(initial()), router.load()]);
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has no #root');
  createRoot(element).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <ThemeProvider theme={theme} defaultMode="system">
          <CssBaseline enableColorScheme />
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ThemeProvider>
      </I18nProvider>
    </StrictMode>,
  );
};
// Not awaited here: pages import files that would wait for this one to end.
void begin();
