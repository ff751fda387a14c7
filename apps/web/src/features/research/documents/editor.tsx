/** A study written: texts and figures in order, saved as the next version. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { STUDY_FIGURE_LABELS, STUDY_FIGURES, type StudyBlock } from '@nodp/cohorts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PageHeader, Panel } from '../../../design/page.tsx';
import { ErrorWords } from '../../../design/states.tsx';
import { execute } from '../../../graph/execute.ts';
import { SaveResearchStudyDocument } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { BlockEditor } from './block-editor.tsx';
import { contentOf, designOf, moved } from './content.ts';
import { type OpenStudy, type StudyVersion, studiesKey } from './queries.ts';

const ownAlone = 'own';
const firstDesign = designOf({
  ...{ cohorts: [], endpoint: 'OVERALL', design: 'zero', months: 60 },
  covariates: ['AGE_GROUP', 'SEX'],
});

export function StudyEditor({
  study,
  version,
  projects,
  releases,
  onClose,
}: {
  study: OpenStudy;
  version: StudyVersion;
  projects: readonly { id: string; title: string }[];
  releases: readonly number[];
  onClose: () => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const client = useQueryClient();
  const content = contentOf(version.content);
  const [name, setName] = useState(study.name);
  const [project, setProject] = useState(study.project?.id ?? ownAlone);
  const [release, setRelease] = useState(version.releaseNumber);
  const [note, setNote] = useState('');
  // Numbered as they come in, so that what is typed stays with its block while others move.
  const [blocks, setBlocks] = useState<readonly { id: number; block: StudyBlock }[]>(() =>
    content.blocks.map((block, id) => ({ id, block })),
  );
  const save = useMutation({
    mutationFn: () =>
      execute(SaveResearchStudyDocument, {
        input: {
          ...{ id: study.id, name, release, note },
          projectId: project === ownAlone ? null : project,
          content: JSON.stringify({ ...content, blocks: blocks.map(({ block }) => block) }),
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: studiesKey });
      onClose();
    },
  });
  const add = (block: StudyBlock) =>
    setBlocks([...blocks, { id: 1 + Math.max(-1, ...blocks.map(({ id }) => id)), block }]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <PageHeader title={t`Edit the study`} detail={study.name} />
      <Panel title={<Trans>The study</Trans>}>
        <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap' }}>
          <TextField
            size="small"
            label={t`Name`}
            value={name}
            required
            sx={{ minWidth: { xs: '100%', sm: 320 } }}
            disabled={!study.mine}
            slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            select
            size="small"
            label={t`Seen by`}
            value={project}
            disabled={!study.mine}
            sx={{ minWidth: 200 }}
            onChange={(event) => setProject(event.target.value)}
          >
            <MenuItem value={ownAlone}>
              <Trans>Me alone</Trans>
            </MenuItem>
            {projects.map((one) => (
              <MenuItem key={one.id} value={one.id}>
                <Trans>The members of {one.title}</Trans>
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            size="small"
            label={t`Release`}
            value={release}
            sx={{ minWidth: 110 }}
            onChange={(event) => setRelease(Number(event.target.value))}
          >
            {[...new Set([release, ...releases])].map((number) => (
              <MenuItem key={number} value={number}>
                {number}
              </MenuItem>
            ))}
          </TextField>
        </Stack>
      </Panel>
      {blocks.map(({ id, block }, place) => (
        <BlockEditor
          key={id}
          block={block}
          place={place}
          last={place === blocks.length - 1}
          onChange={(changed) =>
            setBlocks(blocks.map((each) => (each.id === id ? { id, block: changed } : each)))
          }
          onMove={(to) => setBlocks(moved(blocks, place, to))}
          onRemove={() => setBlocks(blocks.filter((each) => each.id !== id))}
        />
      ))}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <Button variant="outlined" size="small" onClick={() => add({ kind: 'TEXT', text: '' })}>
          <Trans>Add a text</Trans>
        </Button>
        {STUDY_FIGURES.map((figure) => (
          <Button
            key={figure}
            variant="outlined"
            size="small"
            onClick={() => add({ kind: 'FIGURE', figure, design: firstDesign })}
          >
            <Trans>Add: {label(STUDY_FIGURE_LABELS[figure])}</Trans>
          </Button>
        ))}
      </Stack>
      <Panel title={<Trans>Save as the next version</Trans>}>
        <TextField
          size="small"
          fullWidth
          label={t`What is new in it`}
          value={note}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          onChange={(event) => setNote(event.target.value)}
        />
        {save.isError && (
          <Alert severity="error" sx={{ mt: 1.5 }}>
            <Trans>The study was not saved:</Trans> <ErrorWords error={save.error} />
          </Alert>
        )}
        <Stack direction="row" sx={{ gap: 1, mt: 1.5 }}>
          <Button type="submit" variant="contained" disabled={name.trim() === '' || save.isPending}>
            <Trans>Save</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </Stack>
      </Panel>
    </form>
  );
}
