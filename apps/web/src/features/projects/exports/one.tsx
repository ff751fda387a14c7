/** One export: where it stands, what would leave and how it is protected, who did what, and what the reader may do. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useState } from 'react';
import { dataExportStateWords } from '../../../design/data-export-words.ts';
import { Facts } from '../../../design/page.tsx';
import { formatInstant } from '../../../format/date.ts';
import { formatCount, formatPercent } from '../../../format/quantity.ts';
import type { DataExportStepKind } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { DataExport } from './queries.ts';
import { exportActionWords, exportStepWords } from './words.ts';

const StepDialog = lazy(() => import('./step-dialog.tsx'));

export function OneExport({ of }: { of: DataExport }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [open, setOpen] = useState<DataExportStepKind | null>(null);
  const working = of.state === 'REQUESTED' || of.state === 'CONSENTED';
  const byTable = Object.entries(Object.groupBy(of.elements, ({ table }) => table));
  return (
    <Box
      component="article"
      aria-label={t`Export for ${of.recipient.name}, ${of.recipient.institution}`}
      sx={{ borderTop: 1, borderColor: 'divider', py: 1.5 }}
    >
      <Typography variant="subtitle2" component="h3">
        {of.recipient.name}, {of.recipient.institution} · {i18n._(dataExportStateWords[of.state])}
      </Typography>
      {working && (
        <LinearProgress
          aria-label={i18n._(dataExportStateWords[of.state])}
          variant={of.share > 0 ? 'determinate' : 'indeterminate'}
          value={100 * of.share}
          sx={{ my: 1 }}
        />
      )}
      {of.problem && (
        <Alert severity="error" sx={{ my: 1 }}>
          {label(of.problem)}
        </Alert>
      )}
      <Facts
        facts={[
          {
            name: t`Requested by`,
            value: `${label(of.requestedBy)}, ${formatInstant(of.requestedAt)}`,
          },
          { name: t`Release`, value: of.release },
          { name: t`Format`, value: of.format },
          {
            name: t`Columns that leave`,
            value: byTable
              .map(
                ([table, columns]) =>
                  `${table}: ${columns?.map(({ column }) => column).join(', ')}`,
              )
              .join('; '),
          },
          ...(of.expiresOn ? [{ name: t`Can be taken away until`, value: of.expiresOn }] : []),
          ...(of.deletedAt
            ? [{ name: t`Deleted on the platform`, value: formatInstant(of.deletedAt) }]
            : []),
          ...(of.sha256
            ? [
                {
                  name: t`SHA-256 of the encrypted file`,
                  value: (
                    <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
                      {of.sha256}
                    </Box>
                  ),
                },
                { name: t`Size`, value: t`${formatCount(of.bytes ?? 0)} bytes` },
              ]
            : []),
          ...of.steps.map(({ kind, by, at, words }) => ({
            name: i18n._(exportStepWords[kind]),
            value: [`${label(by)}, ${formatInstant(at)}`, words].filter(Boolean).join(' — '),
          })),
        ]}
      />
      {of.proposal && <Proposal proposal={of.proposal} />}
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {of.download && (
          <Button variant="contained" href={of.download} download>
            <Trans>Download the encrypted file</Trans>
          </Button>
        )}
        {of.openSteps.map((kind) => (
          <Button
            key={kind}
            variant={kind === 'CONSENT' || kind === 'RELEASE' ? 'contained' : 'outlined'}
            color={
              kind === 'DECLINE' || kind === 'REVOKE' || kind === 'WITHDRAW' ? 'error' : 'primary'
            }
            aria-haspopup="dialog"
            onClick={() => setOpen(kind)}
          >
            {i18n._(exportActionWords[kind])}
          </Button>
        ))}
      </Stack>
      {open !== null && (
        <Suspense fallback={<span role="status">{t`Loading …`}</span>}>
          <StepDialog id={of.id} kind={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </Box>
  );
}

function Proposal({ proposal }: { proposal: NonNullable<DataExport['proposal']> }) {
  const { t } = useLingui();
  const label = useLabel();
  const { k, l } = proposal;
  return (
    <>
      <Typography variant="body2" sx={{ mt: 1 }}>
        <Trans>
          At least {k} persons are alike in all quasi-identifiers; a sensitive attribute has at
          least {l} values among them or is left out.
        </Trans>
      </Typography>
      <Facts
        facts={[
          ...proposal.generalised.map(({ label: name, generalisedTo, further }) => ({
            name: label(name),
            value: further
              ? t`${label(generalisedTo)} (coarser than in the release’s own export)`
              : label(generalisedTo),
          })),
          { name: t`Persons suppressed`, value: formatPercent(proposal.suppressedShare) },
          {
            name: t`Persons whose further cases are left out`,
            value: formatPercent(proposal.furtherCasesLeftOutShare),
          },
          ...proposal.sensitive.map(({ label: name, leftOutShare }) => ({
            name: t`${label(name)}: left out of`,
            value: t`${formatPercent(leftOutShare)} of persons`,
          })),
        ]}
      />
    </>
  );
}
