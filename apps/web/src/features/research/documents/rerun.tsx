/** A study on another release, figure by figure beside what it was. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Tag } from '../../../design/marks.tsx';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatStudyValue } from '../../../figures/study-value.ts';
import type { StudyLineChange } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { type Rerun, rerunQuery } from './queries.ts';

const changes = {
  SAME: msg`the same`,
  CHANGED: msg`changed`,
  BEYOND: msg`beyond the former interval`,
  NEW: msg`told now, not before`,
  GONE: msg`told before, not now`,
} as const satisfies Record<StudyLineChange, ReturnType<typeof msg>>;
const colours: Record<StudyLineChange, string> = {
  SAME: '#C3C9CE',
  CHANGED: '#56B4E9',
  BEYOND: '#D55E00',
  NEW: '#E69F00',
  GONE: '#E69F00',
};

export function RerunPanel({
  id,
  version,
  release,
  releases,
  names,
}: {
  id: string;
  version: number;
  /** That the study is of. */
  release: number;
  releases: readonly number[];
  /** Of the cohorts. */
  names: readonly string[];
}) {
  const { t } = useLingui();
  const others = releases.filter((number) => number !== release);
  const [chosen, choose] = useState<number | null>(null);
  return (
    <Panel
      title={<Trans>The same study on another release</Trans>}
      detail={<Trans>each figure beside what it was; this takes counts of your day’s</Trans>}
    >
      {others.length === 0 ? (
        <Typography variant="body2">
          <Trans>There is no other release yet.</Trans>
        </Typography>
      ) : (
        <TextField
          select
          size="small"
          label={t`Release`}
          value={chosen ?? ''}
          sx={{ minWidth: 160, mb: 1 }}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {others.map((number) => (
            <MenuItem key={number} value={number}>
              {number}
            </MenuItem>
          ))}
        </TextField>
      )}
      {chosen !== null && <Answer id={id} version={version} release={chosen} names={names} />}
    </Panel>
  );
}

function Answer(of: { id: string; version: number; release: number; names: readonly string[] }) {
  const query = useQuery(rerunQuery(of.id, of.version, of.release));
  if (query.isPending) return <LoadingRows rows={6} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  if (query.data === null)
    return (
      <Alert severity="info">
        <Trans>The release of this study is not there any more.</Trans>
      </Alert>
    );
  return <Lines rerun={query.data} names={of.names} />;
}

function Lines({ rerun, names }: { rerun: Rerun; names: readonly string[] }) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const [all, setAll] = useState(false);
  const { before, after, lines, refused } = rerun;
  const differing = lines.filter(({ change }) => change !== 'SAME');
  const [count, whole] = [differing.length, lines.length];
  return (
    <>
      <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" role="status">
          <Trans>
            {count} of {whole} figures differ between releases {before} and {after}.
          </Trans>
        </Typography>
        <FormControlLabel
          control={<Switch size="small" checked={all} onChange={(_, on) => setAll(on)} />}
          label={t`Show those that are the same too`}
          slotProps={{ typography: { variant: 'body2' } }}
        />
      </Stack>
      {[...new Map(refused.map((each) => [each.reason.en, each.reason])).values()].map((reason) => (
        <Alert key={reason.en} severity="info" sx={{ my: 1 }}>
          {label(reason)}
        </Alert>
      ))}
      <SimpleTable
        label={t`Figures on two releases`}
        stacks
        maxHeight={560}
        rows={all ? lines : differing}
        rowKey={(_, place) => place}
        columns={[
          { header: t`Part`, align: 'right', cell: ({ block }) => block + 1 },
          { header: t`Figure`, leastWidth: 220, cell: ({ what }) => label(what) },
          {
            header: t`Cohort`,
            cell: ({ cohort }) => (cohort === null ? t`all` : (names[cohort] ?? cohort + 1)),
          },
          {
            header: t`Release ${before}`,
            align: 'right',
            nowrap: true,
            cell: ({ scale, before: was }) => formatStudyValue(scale, was),
          },
          {
            header: t`Release ${after}`,
            align: 'right',
            nowrap: true,
            cell: ({ scale, after: is }) => formatStudyValue(scale, is),
          },
          {
            header: t`Difference`,
            nowrap: true,
            cell: ({ change }) => <Tag colour={colours[change]}>{i18n._(changes[change])}</Tag>,
          },
        ]}
      />
    </>
  );
}
