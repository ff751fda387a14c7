/** One held record: as it was sent, beside what may be put right in it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../../design/links.tsx';
import { Tag } from '../../../design/marks.tsx';
import { PageHeader, Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { formatInstant } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import { CorrectionForm } from './correction-form.tsx';
import { type HeldDetail, type ListedEdit, readHeldDetail } from './requests.ts';
import { stateColours, stateWords } from './words.ts';

export function HeldRecord({ id, edits }: { id: string; edits: readonly ListedEdit[] }) {
  const { t, i18n } = useLingui();
  const query = useQuery({
    queryKey: ['held-record', id],
    queryFn: ({ signal }) => readHeldDetail(id, signal),
  });
  const held = query.data;
  return (
    <>
      <PageHeader
        title={t`Held record`}
        detail={
          held && (
            <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
              <code>
                {held.sourceType}/{held.sourceId}
              </code>
            </Box>
          )
        }
        actions={
          <AppLink
            to={'/data-centre/held/{-$heldId}' as string}
            params={{ heldId: undefined } as never}
            search={(former: object) => former as never}
            preload={false}
          >
            <Trans>All held records</Trans>
          </AppLink>
        }
      />
      {query.isPending ? (
        <LoadingRows rows={8} />
      ) : query.isError || held === undefined ? (
        <ErrorPanel error={query.error as Error} retry={() => void query.refetch()} />
      ) : (
        <Stack sx={{ gap: 2 }}>
          <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
            <Tag colour={stateColours[held.state]}>{i18n._(stateWords[held.state])}</Tag>
            <Typography variant="body2" role="status">
              <Decision held={held} />
            </Typography>
          </Stack>
          <Box
            sx={{
              display: 'grid',
              gap: 2,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
              alignItems: 'start',
            }}
          >
            <Stack sx={{ minWidth: 0 }}>
              <Panel title={t`Why it is held`}>
                <Reasons held={held} edits={edits} />
              </Panel>
              {held.state === 'HELD' && <CorrectionForm key={held.id} held={held} />}
              {held.changes && held.changes.length > 0 && <Changes held={held} />}
            </Stack>
            <Panel title={t`As it was sent`}>
              <Typography variant="body2" sx={{ px: 1.5, pt: 1, overflowWrap: 'anywhere' }}>
                <Trans>
                  Patient <code>{held.patient}</code> of the sender, at <code>{held.place}</code>
                </Trans>
              </Typography>
              <Box
                component="pre"
                tabIndex={0}
                role="region"
                aria-label={t`The record as it was sent`}
                sx={{
                  m: 0,
                  p: 1.5,
                  fontSize: 12,
                  maxHeight: 560,
                  overflow: 'auto',
                  whiteSpace: 'pre-wrap',
                  overflowWrap: 'anywhere',
                }}
              >
                {typeof held.content === 'string'
                  ? held.content
                  : JSON.stringify(held.content, null, 2)}
              </Box>
            </Panel>
          </Box>
        </Stack>
      )}
    </>
  );
}

function Decision({ held: { state, heldAt, decidedAt, decidedBy, reason } }: { held: HeldDetail }) {
  const since = formatInstant(heldAt);
  const at = decidedAt === null ? '' : formatInstant(decidedAt);
  if (state === 'HELD') return <Trans>since {since}</Trans>;
  if (state === 'CORRECTED')
    return (
      <Trans>
        by {decidedBy} at {at}: it is in the pool as it was corrected
      </Trans>
    );
  if (state === 'OVERRULED')
    return (
      <Trans>
        by {decidedBy} at {at}: “{reason}”
      </Trans>
    );
  if (state === 'CLEARED')
    return <Trans>at {at}: who the patient is was corrected, and it was taken</Trans>;
  return <Trans>at {at}: its sender sent something else</Trans>;
}

function Reasons({ held, edits }: { held: HeldDetail; edits: readonly ListedEdit[] }) {
  const label = useLabel();
  return (
    <Stack component="ul" sx={{ gap: 1, listStyle: 'none', m: 0, p: 1.5 }}>
      {held.reasons.map((one) => {
        const edit = edits.find(({ id }) => id === one.edit);
        return (
          <li key={`${one.edit}.${one.record}`}>
            <Alert severity="warning" sx={{ mb: 0.5 }}>
              {label(one.reason)} {label(one.remedy)}
            </Alert>
            {edit && (
              <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                {label(edit.title)} · {edit.source}
              </Typography>
            )}
          </li>
        );
      })}
    </Stack>
  );
}

function Changes({ held }: { held: HeldDetail }) {
  const { t } = useLingui();
  const label = useLabel();
  const name = (record: number, field: string): string => {
    const found = held.records[record]?.fields.find((one) => one.name === field);
    return found ? label(found.label) : field;
  };
  return (
    <Panel title={t`What was corrected`}>
      <Box component="ul" sx={{ m: 0, py: 1.5, pr: 1.5, pl: 4 }}>
        {held.changes?.map(({ record, field, from, to }) => (
          <Typography key={`${record}.${field}`} component="li" variant="body2">
            {name(record, field)}: <del>{from || '—'}</del> → <ins>{to || '—'}</ins>
          </Typography>
        ))}
      </Box>
    </Panel>
  );
}
