/** What people of the institution noted of the patient: written, changed by a version, taken back. It comes with the tasks. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { formatInstant } from '../../../format/date.ts';
import type { NoteDetailFragment } from '../../../graph/generated/graphql.ts';

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
            <Note key={note.id} note={note} onChange={() => setAsking(note)} />
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

function Note({ note, onChange }: { note: NoteDetailFragment; onChange: () => void }) {
  const { t } = useLingui();
  const { text, writtenBy, own, versions } = note;
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
      </Typography>
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
