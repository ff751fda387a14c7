/** A cohort goes to ATLAS as circe's JSON, or comes from it: what the other side cannot say is named before anything is taken. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Note } from '@nodp/circe/exchange';
import { type CohortDefinition, writeSteps } from '@nodp/cohorts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { save } from '../../../design/downloads.ts';
import { FileButton } from '../../../design/file-button.tsx';
import { ButtonLink } from '../../../design/links.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { SaveButton } from '../saved/save-button.tsx';
import { stepsIn } from '../saved/stored.ts';
import { readAtlas, writeAtlas } from './ask.ts';
import type { Read } from './exchange.ts';

/** A definition is text: what is larger is none. */
const MOST_BYTES = 5_000_000;

/** Places within a definition are long: nothing is wider than the dialog. */
const narrow = { gap: 1.5, alignItems: 'flex-start', '& > *': { maxWidth: '100%' } };

type Props = { definition: CohortDefinition; release: number; onClose: () => void };

export function OhdsiDialog({ definition, release, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const reading = useMutation({
    mutationFn: async (file: File): Promise<Read> =>
      file.size > MOST_BYTES
        ? { fault: t`The file is larger than 5 MB.` }
        : readAtlas(await file.text()),
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>
        <Trans>Exchange with OHDSI ATLAS</Trans>
      </DialogTitle>
      <DialogContent sx={{ overflowWrap: 'anywhere' }}>
        <Stack sx={{ gap: 3 }}>
          <ToAtlas definition={definition} />
          <Stack component="section" sx={narrow}>
            <Typography variant="h3">
              <Trans>From ATLAS</Trans>
            </Typography>
            <FileButton
              label={t`Definition of ATLAS`}
              accept=".json,application/json"
              disabled={reading.isPending}
              onChoose={(file) => reading.mutate(file)}
            />
            <div role="status" style={{ width: '100%' }}>
              {reading.data && <FromAtlas read={reading.data} release={release} onOpen={onClose} />}
            </div>
          </Stack>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Notes({ notes }: { notes: readonly Note[] }) {
  const { t } = useLingui();
  const label = useLabel();
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {notes.map(({ kind, at, reason }) => (
        <li key={`${at} ${reason.en}`}>
          {kind === 'LEFT_OUT' ? t`Left out` : t`Nearly the same`} · <code>{at}</code>:{' '}
          {label(reason)}
        </li>
      ))}
    </ul>
  );
}

function ToAtlas({ definition }: { definition: CohortDefinition }) {
  const query = useQuery({
    queryKey: ['circe', definition],
    queryFn: ({ signal }) => writeAtlas(definition, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Stack component="section" sx={narrow}>
      <Typography variant="h3">
        <Trans>To ATLAS</Trans>
      </Typography>
      <Typography variant="body2">
        <Trans>
          This cohort as a definition of circe. Its concepts are of this platform’s own vocabulary
          (numbers above 2,000,000,000): another site maps them by their codes.
        </Trans>
      </Typography>
      {query.isPending && <LoadingRows rows={1} />}
      {query.isError && <ErrorPanel error={query.error} retry={() => void query.refetch()} />}
      {query.data && query.data.notes.length > 0 && (
        <Alert severity="warning">
          <Trans>circe has no equivalent of everything that is asked:</Trans>
          <Notes notes={query.data.notes} />
        </Alert>
      )}
      <Button
        variant="outlined"
        disabled={!query.data}
        onClick={() => query.data && save('cohort.json', query.data.text, 'application/json')}
      >
        <Trans>Download as circe JSON</Trans>
      </Button>
    </Stack>
  );
}

function FromAtlas({ read, release, onOpen }: { read: Read; release: number; onOpen: () => void }) {
  const label = useLabel();
  if ('fault' in read)
    return (
      <Alert severity="error">
        <Trans>This is no cohort definition of ATLAS:</Trans> {read.fault}
      </Alert>
    );
  const { definition, words, notes, unread, warnings, isEmpty } = read;
  const steps = stepsIn(definition);
  return (
    <Stack sx={narrow}>
      {isEmpty ? (
        <Alert severity="error">
          <Trans>Nothing of it can be asked here: the cohort would be everyone.</Trans>
        </Alert>
      ) : (
        <Typography variant="body2">{label(words)}</Typography>
      )}
      {notes.length + unread.length > 0 && (
        <Alert severity="warning">
          <Trans>Not all of it has an equivalent here:</Trans>
          <Notes notes={notes} />
          {unread.length > 0 && (
            <p>
              <Trans>Fields that circe does not have:</Trans> <code>{unread.join(', ')}</code>
            </p>
          )}
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert severity="info">
          <Trans>What circe’s checker says of it:</Trans>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {warnings.map(({ id, message }) => (
              <li key={`${id} ${message.en}`}>{label(message)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {!isEmpty &&
        (steps === null ? (
          // Nested deeper than the builder shows: it is retained and counted all the same.
          <SaveButton definition={definition} release={release} variant="contained">
            <Trans>Save as a cohort</Trans>
          </SaveButton>
        ) : (
          <ButtonLink
            variant="contained"
            to="/research/cohorts"
            search={{ a: writeSteps(steps), release: String(release) }}
            onClick={onOpen}
          >
            <Trans>Open in the builder</Trans>
          </ButtonLink>
        ))}
    </Stack>
  );
}
