/** What two versions of a saved cohort ask differently, in plain words. */
import { Trans, useLingui } from '@lingui/react/macro';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { changesQuery, type Version } from './queries.ts';

export function Changes({ id, versions }: { id: string; versions: readonly Version[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const last = versions[0]?.number ?? 1;
  const [from, setFrom] = useState(last - 1);
  const [to, setTo] = useState(last);
  const query = useQuery(changesQuery(id, from, to));
  const releases = [from, to].map(
    (number) => versions.find((version) => version.number === number)?.releaseNumber ?? 0,
  );
  const [before, after] = releases;
  const kinds = { ADDED: t`New`, REMOVED: t`Gone`, CHANGED: t`Changed` };
  const choice = (name: string, value: number, choose: (number: number) => void) => (
    <TextField
      select
      size="small"
      label={name}
      value={value}
      sx={{ minWidth: 140 }}
      onChange={(event) => choose(Number(event.target.value))}
    >
      {versions.map(({ number }) => (
        <MenuItem key={number} value={number}>
          {number}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <Panel flush title={<Trans>What two versions ask differently</Trans>}>
      <Stack direction="row" sx={{ gap: 1, px: 2, py: 1, flexWrap: 'wrap' }}>
        {choice(t`Earlier version`, from, setFrom)}
        {choice(t`Later version`, to, setTo)}
      </Stack>
      {query.isPending ? (
        <LoadingRows rows={2} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : query.data.length === 0 ? (
        <Typography variant="body2" sx={{ px: 2, pb: 1.5 }}>
          <Trans>They ask the same.</Trans>
        </Typography>
      ) : (
        <SimpleTable
          label={t`What two versions ask differently`}
          rows={query.data}
          rowKey={(_, i) => i}
          columns={[
            { header: t`Change`, nowrap: true, cell: ({ kind }) => kinds[kind] },
            { header: t`Before`, leastWidth: 180, cell: ({ before: words }) => label(words) },
            { header: t`After`, leastWidth: 180, cell: ({ after: words }) => label(words) },
          ]}
        />
      )}
      {before !== after && (
        <Typography variant="body2" sx={{ px: 2, py: 1.5 }}>
          <Trans>
            The earlier one is of release {before}, the later one of release {after}.
          </Trans>
        </Typography>
      )}
    </Panel>
  );
}
