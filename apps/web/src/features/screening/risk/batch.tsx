/** A rule asked of every person of a file: the answers come back as a file, and nothing is stored. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { save } from '../../../design/downloads.ts';
import { FileButton } from '../../../design/file-button.tsx';
import { AppLink } from '../../../design/links.tsx';
import { Panel } from '../../../design/page.tsx';
import { reach } from '../../../graph/execute.ts';
import { failureOf } from '../../../graph/failure.ts';
import { useLabel } from '../../../i18n/label.ts';
import { answersQuery } from './data.ts';

const none = {};

export function Batch() {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { data } = useQuery(answersQuery(none));
  const rules = (data?.answers ?? []).map(({ rule }) => rule);
  const [chosen, setChosen] = useState('');
  const rule = rules.find(({ id }) => id === chosen) ?? rules[0];
  const work = useMutation({
    mutationFn: async (file: File) => {
      const response = await reach(`/rules/${rule?.id}/answers?language=${i18n.locale}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'text/csv', 'x-nodp-csrf': '1' },
        body: file,
      });
      if (!response.ok) throw await failureOf(response);
      save(`${rule?.id}-answers.csv`, await response.blob());
    },
  });
  if (!rule) return null;
  return (
    <Panel
      title={<Trans>A file of persons</Trans>}
      detail={t`CSV, 20 MB and 50,000 rows at most; nothing is stored`}
    >
      <Box component="p" sx={{ m: 0, typography: 'body2', color: 'text.secondary' }}>
        <Trans>
          The columns are the fields of{' '}
          <AppLink
            to="/clinical/rules/{-$ruleId}"
            params={{ ruleId: rule.id }}
            search={{}}
            underline="always"
          >
            the rule
          </AppLink>
          ; a column called name may stand beside them. Each row comes back with its answer, why and
          what is missing, or with the column that cannot be read and how it would be.
        </Trans>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mt: 1.5 }}>
        <TextField
          select
          size="small"
          label={t`Rule`}
          value={rule.id}
          onChange={(event) => setChosen(event.target.value)}
          sx={{ minWidth: 220, maxWidth: '100%' }}
        >
          {rules.map(({ id, title }) => (
            <MenuItem key={id} value={id}>
              {label(title)}
            </MenuItem>
          ))}
        </TextField>
        <FileButton
          label={t`File of persons`}
          accept=".csv,text/csv"
          disabled={work.isPending}
          onChoose={(file) => work.mutate(file)}
        />
      </Box>
      <Box role="status" sx={{ mt: 1 }}>
        {work.isPending && <LinearProgress aria-label={t`The file is being answered`} />}
        {work.isSuccess && (
          <Alert severity="success">
            <Trans>The answers were downloaded.</Trans>
          </Alert>
        )}
      </Box>
      {work.isError && <Alert severity="error">{work.error.message}</Alert>}
    </Panel>
  );
}
