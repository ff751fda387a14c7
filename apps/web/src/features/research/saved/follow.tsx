/** Follows a saved cohort to a newer release: what changed, step by step, before a version is saved. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, ErrorWords, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatDay } from '../../../format/date.ts';
import { formatCount } from '../../../format/quantity.ts';
import { execute } from '../../../graph/execute.ts';
import {
  type FollowedStepsFragment,
  SaveCohortVersionDocument,
} from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import { followedQuery, type OpenCohort, savedKey } from './queries.ts';
import { definitionOf } from './stored.ts';

export function Follow({
  cohort,
  newest,
  rule,
}: {
  cohort: OpenCohort;
  newest: number;
  rule: DisclosureRule;
}) {
  const client = useQueryClient();
  const { latest } = cohort;
  const [opened, setOpened] = useState(false);
  const query = useQuery({
    ...followedQuery(definitionOf(latest.definition), latest.releaseNumber, newest),
    enabled: opened,
  });
  const follow = useMutation({
    mutationFn: () =>
      execute(SaveCohortVersionDocument, {
        input: { id: cohort.id, release: newest, note: '' },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: savedKey }),
  });
  return (
    <Panel
      flush
      title={<Trans>Release {newest} is newer</Trans>}
      detail={<Trans>the same definition has other persons there</Trans>}
      actions={
        opened ? (
          <Button variant="contained" disabled={follow.isPending} onClick={() => follow.mutate()}>
            <Trans>Save as a version on release {newest}</Trans>
          </Button>
        ) : (
          <Button variant="outlined" onClick={() => setOpened(true)}>
            <Trans>What changes</Trans>
          </Button>
        )
      }
    >
      {follow.isError && (
        <Alert severity="error" sx={{ mx: 2, mb: 1 }}>
          <ErrorWords error={follow.error} />
        </Alert>
      )}
      {!opened ? null : query.isPending ? (
        <LoadingRows rows={4} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : (
        query.data.before &&
        query.data.after && (
          <Difference before={query.data.before} after={query.data.after} rule={rule} />
        )
      )}
    </Panel>
  );
}

function Difference({
  before,
  after,
  rule,
}: {
  before: FollowedStepsFragment;
  after: FollowedStepsFragment;
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const rows = after.attrition.map((step, i) => ({ ...step, former: before.attrition[i]?.count }));
  const [old, now] = [before.release.number, after.release.number];
  const reasons = [
    before.release.closing !== after.release.closing &&
      t`Follow-up is complete to ${after.release.closing ?? '—'} instead of ${before.release.closing ?? '—'}.`,
    before.release.multiplePrimary !== after.release.multiplePrimary &&
      t`What a case is was decided by another version of the rules.`,
    before.release.vocabulary !== after.release.vocabulary &&
      t`The code lists are of another version.`,
  ].filter((reason) => reason !== false);
  const [builtBefore, built] = [
    formatDay(before.release.builtAt),
    formatDay(after.release.builtAt),
  ];
  return (
    <>
      <SimpleTable
        label={t`What changes`}
        rows={rows}
        rowKey={(_, i) => i}
        columns={[
          { header: t`Step`, leastWidth: 220, cell: ({ description }) => label(description) },
          {
            header: t`Release ${old}`,
            align: 'right',
            cell: ({ former }) => (former ? shortCount(former, rule) : '—'),
          },
          {
            header: t`Release ${now}`,
            align: 'right',
            cell: ({ count }) => shortCount(count, rule),
          },
          {
            header: t`Difference`,
            align: 'right',
            cell: ({ former, count }) =>
              former?.value == null || count.value === null
                ? '—'
                : `${count.value > former.value ? '+' : ''}${formatCount(count.value - former.value)}`,
          },
        ]}
      />
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', px: 2, py: 1 }}>
        <Trans>
          Release {old} was built on {builtBefore}, release {now} on {built}: what reached the
          platform in between is in the later one alone.
        </Trans>{' '}
        {reasons.join(' ')}{' '}
        <Trans>
          Every count is moved by {rule.deviation} at most, so that small differences may be chance.
        </Trans>
      </Typography>
    </>
  );
}
