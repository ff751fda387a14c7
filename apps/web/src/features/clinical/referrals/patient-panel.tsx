/** On the patient's page: to whom the patient is referred, or by whose referral the reader reads the record. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { formatInstant } from '../../../format/date.ts';
import type { ReferralDetailFragment } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { ActButtons } from './act-buttons.tsx';
import { patientReferralsQuery } from './data.ts';
import { Standing } from './standing.tsx';

const ReferDialog = lazy(async () => ({
  default: (await import('./refer-dialog.tsx')).ReferDialog,
}));

/** Referrals that there is room for. */
const FEW = 3;

export function ReferralsPanel(props: { patientId: string; name: string }) {
  const { data: me } = useQuery(meQuery);
  return me?.scopes.includes('referral:act') ? <Referrals {...props} /> : null;
}

function Referrals({ patientId, name }: { patientId: string; name: string }) {
  const { t } = useLingui();
  const query = useQuery(patientReferralsQuery(patientId));
  const [asking, setAsking] = useState(false);
  const [all, setAll] = useState(false);
  if (query.isPending) return null;
  const referrals = query.data ?? [];
  const more = referrals.length - FEW;
  // Who reads by a referral refers nobody.
  const isGuest = referrals.some(({ way, state }) => way === 'RECEIVED' && state === 'ACCEPTED');
  return (
    <Panel
      title={t`Referrals`}
      actions={
        !isGuest && (
          <Button size="small" onClick={() => setAsking(true)}>
            <Trans>Refer …</Trans>
          </Button>
        )
      }
    >
      {query.isError ? (
        <Box role="alert">
          <Trans>The referrals could not be read:</Trans> {query.error.message}
        </Box>
      ) : referrals.length === 0 ? (
        <Trans>The patient is referred to no other institution</Trans>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {referrals.slice(0, all ? undefined : FEW).map((one) => (
            <OneReferral key={one.id} referral={one} name={name} />
          ))}
        </Box>
      )}
      {more > 0 && !all && (
        <Button size="small" onClick={() => setAll(true)}>
          <Trans>{more} more</Trans>
        </Button>
      )}
      {asking && (
        <Suspense>
          <ReferDialog patientId={patientId} name={name} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </Panel>
  );
}

function OneReferral({ referral, name }: { referral: ReferralDetailFragment; name: string }) {
  const label = useLabel();
  const { way, from, to, department, until, question, referredBy, referredAt } = referral;
  const other = label((way === 'SENT' ? to : from).name);
  return (
    <Box component="li" sx={{ mb: 1.25, overflowWrap: 'anywhere' }}>
      <strong>
        {way === 'SENT' ? <Trans>To {other}</Trans> : <Trans>By {other}</Trans>}
        {department && ` · ${department}`}
      </strong>
      <Box>{question}</Box>
      <Box>
        <Standing referral={referral} /> · <Trans>until {until}</Trans>
      </Box>
      <Typography variant="caption" component="div">
        {referredBy} · {formatInstant(referredAt)}
      </Typography>
      <ActButtons referral={referral} whose={name} />
    </Box>
  );
}
