/** A read-only SQL page: one SELECT, run or cancelled, with what is granted beside it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Busy } from '../../../design/busy.tsx';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel } from '../../../design/states.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { AnswerNotes, AnswerTable } from './answer.tsx';
import { answerQuery, cancelStatement, type Workspace } from './queries.ts';

const LONGEST = 4000;

/** A statement that can be run at once, of what was granted. */
const exampleOf = ({ tables, rows }: Workspace): string => {
  for (const { name, columns } of tables) {
    const seen = columns.filter((one) => (rows === 'READY' && one.rows) || one.counts);
    const [first] = seen;
    if (first !== undefined)
      return `select ${first.name}, count(distinct person_key) as persons\nfrom ${name}\ngroup by ${first.name}`;
  }
  return '';
};

export function Sql({ workspace, project }: { workspace: Workspace; project: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { release, minimumCell } = workspace;
  const [sql, setSql] = useState(() => exampleOf(workspace));
  const run = useMutation({
    mutationFn: (text: string) => client.fetchQuery(answerQuery(project, release, text)),
  });
  const cancel = useMutation({ mutationFn: cancelStatement });
  const ask = () => {
    if (sql.trim() !== '' && !run.isPending) run.mutate(sql.trim());
  };
  return (
    <Stack
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 300px' },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <TextField
          multiline
          fullWidth
          minRows={6}
          maxRows={20}
          label={t`Statement (SELECT)`}
          value={sql}
          onChange={({ target }) => setSql(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              ask();
            }
          }}
          helperText={t`Ctrl+Enter runs it. 20 seconds, 512 MB and 1000 rows at most.`}
          slotProps={{
            htmlInput: {
              maxLength: LONGEST,
              spellCheck: false,
              style: { fontFamily: 'ui-monospace, monospace', fontSize: 14 },
            },
          }}
        />
        <Stack direction="row" sx={{ gap: 1, my: 1.5 }}>
          <Button variant="contained" disabled={run.isPending || sql.trim() === ''} onClick={ask}>
            <Trans context="statement">Run</Trans>
          </Button>
          <Button
            variant="outlined"
            disabled={!run.isPending || cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            <Trans context="statement">Cancel</Trans>
          </Button>
        </Stack>
        {run.isPending && <Busy label={t`The statement runs`} />}
        {cancel.isError && <ErrorPanel error={cancel.error} retry={() => cancel.mutate()} />}
        {run.isError && <ErrorPanel error={run.error} retry={ask} />}
        {run.data && !run.isPending && (
          <Panel title={<Trans>Answer</Trans>}>
            <AnswerNotes answer={run.data} minimumCell={minimumCell} />
            <AnswerTable answer={run.data} label={t`Answer`} />
          </Panel>
        )}
      </Box>
      <Granted workspace={workspace} />
    </Stack>
  );
}

function Granted({ workspace: { tables } }: { workspace: Workspace }) {
  const { t } = useLingui();
  const label = useLabel();
  return (
    <Box component="section" aria-label={t`Granted columns`}>
      {tables.map(({ name, columns }) => (
        <Panel key={name} title={name}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {columns.map((column) => (
              <Box component="li" key={column.name} sx={{ mb: 0.75 }}>
                <Typography component="span" sx={{ fontFamily: 'ui-monospace, monospace' }}>
                  {column.name}
                </Typography>{' '}
                <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
                  {[
                    column.rows ? t`rows` : null,
                    column.counts ? t({ message: 'counts', context: 'permission' }) : null,
                    !column.rows && !column.counts ? t`export alone` : null,
                  ]
                    .filter((one) => one !== null)
                    .join(' · ')}
                </Typography>
                <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                  {label(column.description)}
                </Typography>
              </Box>
            ))}
          </Box>
        </Panel>
      ))}
    </Box>
  );
}
