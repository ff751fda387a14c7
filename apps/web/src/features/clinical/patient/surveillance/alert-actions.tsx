/** What an account makes of an alert. */
import { useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { execute } from '../../../../graph/execute.ts';
import { ActOnAlertDocument, type AlertVerdict } from '../../../../graph/generated/graphql.ts';
import { meQuery } from '../../../../session/me.ts';
import type { RecurrenceAlert } from './data.ts';
import { verdictWords } from './words.ts';

// A first visit does not pay for a dialog that opens on a press.
const ReasonDialog = lazy(async () => ({
  default: (await import('../reason-dialog.tsx')).ReasonDialog,
}));

const VERDICTS: readonly AlertVerdict[] = ['CONFIRMED', 'EXPLAINED', 'DISMISSED'];

type Props = { alert: RecurrenceAlert; name: string; patientId: string };

/** For accounts that may act. */
export function AlertActions(props: Props) {
  const { data: me } = useQuery(meQuery);
  if (!me?.scopes.includes('alert:act')) return null;
  return <Actions {...props} />;
}

function Actions({ alert, name, patientId }: Props) {
  const { i18n } = useLingui();
  const [verdict, setVerdict] = useState<AlertVerdict | null>(null);
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, mt: 1, flexWrap: 'wrap' }} className="no-print">
        {VERDICTS.map((one) => (
          <Button
            key={one}
            size="small"
            variant="outlined"
            color="inherit"
            onClick={() => setVerdict(one)}
          >
            {i18n._(verdictWords[one])}
          </Button>
        ))}
      </Stack>
      {verdict !== null && (
        <Suspense>
          <ReasonDialog
            title={`${i18n._(verdictWords[verdict])}: ${name}`}
            act={(reason) => execute(ActOnAlertDocument, { id: alert.id, verdict, reason })}
            patientId={patientId}
            parts={['alerts', 'surveillance']}
            onClose={() => setVerdict(null)}
          />
        </Suspense>
      )}
    </>
  );
}
