/** The way to a patient's record in an emergency; its questions are fetched when someone has one. */
import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { meQuery } from '../../../session/me.ts';

const EmergencyDialog = lazy(async () => ({
  default: (await import('./dialog.tsx')).EmergencyDialog,
}));

export function EmergencyButton() {
  const { data: me } = useQuery(meQuery);
  const [asking, setAsking] = useState(false);
  if (!me?.scopes.includes('patient:emergency')) return null;
  return (
    <>
      <Button size="small" color="error" variant="outlined" onClick={() => setAsking(true)}>
        <Trans>Access in an emergency</Trans>
      </Button>
      {asking && (
        <Suspense fallback={null}>
          <EmergencyDialog onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
