/** What happened to a project, with the letters that went out. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { save } from '../../design/downloads.ts';
import { Panel } from '../../design/page.tsx';
import { Empty } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { useLabel } from '../../i18n/label.ts';
import type { Project } from './queries.ts';
import { ballotWords, stepWords } from './words.ts';

type Letter = NonNullable<Project['steps'][number]['letter']>;

export function History({ project }: { project: Project }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [letter, setLetter] = useState<Letter | null>(null);
  return (
    <Panel flush title={<Trans>What happened</Trans>}>
      {project.steps.length === 0 ? (
        <Empty>
          <Trans>It has not been handed in yet</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`What happened`}
          stacks
          rows={project.steps}
          rowKey={({ number }) => number}
          columns={[
            { header: t`Time`, nowrap: true, cell: ({ at }) => formatInstant(at) },
            {
              header: t`What`,
              leastWidth: 120,
              cell: ({ kind, ballot }) =>
                ballot === null
                  ? i18n._(stepWords[kind])
                  : `${i18n._(stepWords[kind])}: ${i18n._(ballotWords[ballot])}`,
            },
            { header: t`By`, cell: ({ by }) => label(by) },
            { header: t`Words`, leastWidth: 220, cell: ({ words }) => words || '—' },
            {
              header: t`Letter`,
              nowrap: true,
              cell: (step) =>
                step.letter && (
                  <Button
                    size="small"
                    aria-haspopup="dialog"
                    aria-label={t`Letter: ${i18n._(stepWords[step.kind])}`}
                    onClick={() => setLetter(step.letter)}
                  >
                    <Trans>Read</Trans>
                  </Button>
                ),
            },
          ]}
        />
      )}
      {letter && <LetterDialog letter={letter} onClose={() => setLetter(null)} />}
    </Panel>
  );
}

/** A letter goes out in both languages, whichever the reader has. */
function LetterDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>
        <Trans>Letter of the committee</Trans>
      </DialogTitle>
      <DialogContent>
        {(['zh', 'en'] as const).map((language) => (
          <Typography
            key={language}
            lang={language}
            variant="body2"
            sx={{ whiteSpace: 'pre-line', mb: 3 }}
          >
            {letter[language]}
          </Typography>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => save('letter.txt', `${letter.zh}\n\n———\n\n${letter.en}\n`)}>
          <Trans>Save as text</Trans>
        </Button>
        <Button onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </DialogActions>
    </Dialog>
  );
}
