/** A symptom that calls for attention, and what is made of it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { formatInstant } from '../../../../format/date.ts';
import { execute } from '../../../../graph/execute.ts';
import { ActOnSymptomAlertDocument } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { meQuery } from '../../../../session/me.ts';
import type { SymptomAlert } from './data.ts';
import { type Verdict, verdictWords } from './words.ts';

const ReasonDialog = lazy(async () => ({
  default: (await import('../reason-dialog.tsx')).ReasonDialog,
}));

type Props = { alert: SymptomAlert; patientId: string };

export function SymptomAlertCard({ alert, patientId }: Props) {
  const { t } = useLingui();
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  const name = label(alert.term.name);
  const [grade, from] = [alert.grade, alert.fromGrade];
  return (
    <Alert severity="warning" sx={{ mb: 1 }}>
      <AlertTitle>
        {from == null
          ? t`${name}: composite grade ${grade}`
          : t`${name}: composite grade ${grade}, from ${from} in the week before`}
      </AlertTitle>
      <Trans>Reported by the patient (PRO-CTCAE); it is no grade of CTCAE.</Trans>{' '}
      <Trans>Raised {formatInstant(alert.raisedAt)}.</Trans>
      {me?.scopes.includes('alert:act') && (
        <Actions alert={alert} name={name} patientId={patientId} />
      )}
    </Alert>
  );
}

function Actions({ alert, name, patientId }: Props & { name: string }) {
  const { i18n } = useLingui();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, mt: 1 }} className="no-print">
        {(['ACTED', 'DISMISSED'] as const).map((one) => (
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
            act={(reason) => execute(ActOnSymptomAlertDocument, { id: alert.id, verdict, reason })}
            patientId={patientId}
            parts={['symptoms']}
            onClose={() => setVerdict(null)}
          />
        </Suspense>
      )}
    </>
  );
}
