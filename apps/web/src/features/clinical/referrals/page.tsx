/** Referrals to and from the clinician's institution. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { Filters } from '../../../design/filters/filters.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { AppLink } from '../../../design/links.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { usePaged } from '../../../design/paged.ts';
import { PagedTable } from '../../../design/paged-table.tsx';
import type { Column } from '../../../design/table/model.ts';
import { sexWords } from '../../../design/words.ts';
import { formatInstant } from '../../../format/date.ts';
import { execute } from '../../../graph/execute.ts';
import {
  type ReferralRowFragment,
  ReferralsDocument,
  type ReferralWay,
} from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { ActButtons, actsOf } from './act-buttons.tsx';
import { Standing } from './standing.tsx';

const pageSize = 50;

export function ReferralsPage() {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const way: ReferralWay = search.way === 'sent' ? 'SENT' : 'RECEIVED';
  const openOnly = search.all !== 'yes';
  const paged = usePaged(['referrals', way, openOnly], async (after, signal) => {
    const variables = { way, openOnly, first: pageSize, after };
    return (await execute(ReferralsDocument, variables, signal)).referrals;
  });
  const columns = useReferralColumns(way);
  return (
    <>
      <PageHeader
        title={t`Referrals`}
        detail={
          <Trans>
            between your institution and others; the record is open while one is in force
          </Trans>
        }
      />
      <Filters names={['way', 'all']}>
        <TextField
          select
          label={t`Direction`}
          value={way}
          onChange={(event) => set({ way: event.target.value === 'SENT' ? 'sent' : undefined })}
          sx={{ minWidth: 220 }}
        >
          <MenuItem value="RECEIVED">
            <Trans>To your institution</Trans>
          </MenuItem>
          <MenuItem value="SENT">
            <Trans>By your institution</Trans>
          </MenuItem>
        </TextField>
        <FormControlLabel
          control={
            <Switch
              checked={!openOnly}
              onChange={(_, checked) => set({ all: checked ? 'yes' : undefined })}
            />
          }
          label={t`Ended ones too`}
        />
      </Filters>
      <PagedTable
        paged={paged}
        label={t`Referrals`}
        columns={columns}
        rowKey={(referral) => referral.id}
        empty={
          way === 'RECEIVED' ? (
            <Trans>No referral to your institution waits or is in force</Trans>
          ) : (
            <Trans>
              No referral by your institution waits or is in force. A patient is referred on the
              patient's page.
            </Trans>
          )
        }
      />
    </>
  );
}

function Whose({ referral: { person, patient } }: { referral: ReferralRowFragment }) {
  const { i18n } = useLingui();
  // The other institution reads no name of what is over unanswered.
  if (!person) return <Trans>no longer shown</Trans>;
  return (
    <Box component="span" sx={{ display: 'block' }}>
      {patient ? (
        <AppLink
          to="/clinical/patients/$patientId/{-$section}"
          params={{ patientId: patient.id, section: undefined }}
          search={{}}
          preload={false}
          sx={{ fontWeight: 600 }}
        >
          {person.name}
        </AppLink>
      ) : (
        person.name
      )}
      <Typography variant="caption" component="span" sx={{ display: 'block' }}>
        {i18n._(sexWords[person.sex])}
        {person.birthDate && ` · ${person.birthDate}`}
      </Typography>
    </Box>
  );
}

function useReferralColumns(way: ReferralWay): Column<ReferralRowFragment>[] {
  const { t } = useLingui();
  const label = useLabel();
  return [
    {
      id: 'patient',
      header: t`Patient`,
      width: 'minmax(130px, 1fr)',
      wraps: true,
      cell: (referral) => <Whose referral={referral} />,
    },
    {
      id: 'other',
      header: way === 'RECEIVED' ? t`Referred by` : t`Referred to`,
      width: 'minmax(150px, 1.2fr)',
      wraps: true,
      cell: ({ from, to, department, referredBy, referredAt }) => (
        <>
          {label((way === 'RECEIVED' ? from : to).name)}
          {department && ` · ${department}`}
          <Typography variant="caption" component="span" sx={{ display: 'block' }}>
            {referredBy} · {formatInstant(referredAt)}
          </Typography>
        </>
      ),
    },
    {
      id: 'question',
      header: t`Why, and what is asked`,
      width: 'minmax(220px, 2.4fr)',
      wraps: true,
      cell: ({ reason, question }) => (
        <Box component="span" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {question}
          <Typography variant="caption" component="span" sx={{ display: 'block' }}>
            {reason}
          </Typography>
        </Box>
      ),
    },
    { id: 'until', header: t`Last day`, width: '110px', cell: ({ until }) => until },
    {
      id: 'state',
      header: t`Status`,
      width: 'minmax(150px, 1.4fr)',
      wraps: true,
      cell: (referral) => <Standing referral={referral} />,
    },
    {
      id: 'act',
      header: t`Action`,
      width: '120px',
      wraps: true,
      cell: (referral) =>
        actsOf(referral).length === 0 ? (
          '—'
        ) : (
          <ActButtons referral={referral} whose={referral.person?.name ?? t`no longer shown`} />
        ),
    },
  ];
}
