/** What people of the institution noted of the patient: written, changed by a version, taken back. It comes with the tasks. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { formatInstant } from '../../../format/date.ts';
import { formatBytes } from '../../../format/quantity.ts';
import type { NoteDetailFragment } from '../../../graph/generated/graphql.ts';

const FilesDialog = lazy(async () => ({
  default: (await import('./files-dialog.tsx')).FilesDialog,
}));
const NoteDialog = lazy(async () => ({
  default: (await import('./note-dialog.tsx')).NoteDialog,
}));

/** Notes that there is room for; the others open with them. */
const FEW = 3;

export function NotesPanel({
  patientId,
  notes,
}: {
  patientId: string;
  notes: readonly NoteDetailFragment[];
}) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<NoteDetailFragment | 'new' | null>(null);
  const [all, setAll] = useState(false);
  const more = notes.length - FEW;
  return (
    <Panel
      title={t`Notes`}
      detail={t`of this institution alone`}
      actions={
        <Button size="small" onClick={() => setAsking('new')}>
          <Trans>Write a note …</Trans>
        </Button>
      }
    >
      {notes.length === 0 ? (
        <Trans>Nothing is noted</Trans>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {notes.slice(0, all ? undefined : FEW).map((note) => (
            <Note
              key={note.id}
              note={note}
              patientId={patientId}
              onChange={() => setAsking(note)}
            />
          ))}
        </Box>
      )}
      {more > 0 && !all && (
        <Button size="small" onClick={() => setAll(true)}>
          <Trans>{more} more</Trans>
        </Button>
      )}
      {asking !== null && (
        <Suspense>
          <NoteDialog
            patientId={patientId}
            note={asking === 'new' ? null : asking}
            onClose={() => setAsking(null)}
          />
        </Suspense>
      )}
    </Panel>
  );
}

/** Each a download: the platform shows and runs none of them. */
function NoteFiles({ note: { text, files } }: { note: NoteDetailFragment }) {
  if (text === null || files.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2, overflowWrap: 'anywhere' }}>
      {files.map(({ id, name, bytes }) => (
        <li key={id}>
          <Link href={`/note-files/${id}`} download={name} underline="always">
            {name}
          </Link>{' '}
          <Typography variant="caption" component="span">
            {formatBytes(bytes)}
          </Typography>
        </li>
      ))}
    </Box>
  );
}

function Note({
  note,
  patientId,
  onChange,
}: {
  note: NoteDetailFragment;
  patientId: string;
  onChange: () => void;
}) {
  const { t } = useLingui();
  const { text, writtenBy, own, versions } = note;
  const [adding, setAdding] = useState(false);
  const [latest, ...former] = versions;
  const at = formatInstant(latest?.writtenAt);
  return (
    <Box component="li" sx={{ mb: 1 }}>
      <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {text ?? (
          <Box component="em" sx={{ color: 'text.secondary' }}>
            <Trans>taken back</Trans>
          </Box>
        )}
      </Box>
      <Typography variant="caption" component="div">
        {writtenBy} · {at}{' '}
        {own && (
          <Button size="small" onClick={onChange} aria-label={t`Change the note of ${at}`}>
            <Trans>Change …</Trans>
          </Button>
        )}
        {own && text !== null && (
          <Button
            size="small"
            onClick={() => setAdding(true)}
            aria-label={t`Files of the note of ${at}`}
          >
            <Trans>Files …</Trans>
          </Button>
        )}
      </Typography>
      <NoteFiles note={note} />
      {adding && (
        <Suspense>
          <FilesDialog note={note} patientId={patientId} onClose={() => setAdding(false)} />
        </Suspense>
      )}
      {former.length > 0 && (
        <details>
          <summary>
            <Trans>Former versions</Trans>
          </summary>
          {former.map((one) => (
            <Box key={one.version} sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {formatInstant(one.writtenAt)}: {one.text ?? <Trans>taken back</Trans>}
            </Box>
          ))}
        </details>
      )}
    </Box>
  );
}
