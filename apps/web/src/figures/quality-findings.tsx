/** Quality findings and exclusions of the newest release, for data managers and for readers of its figures. */
import { Trans, useLingui } from '@lingui/react/macro';
import Tooltip from '@mui/material/Tooltip';
import { useQuery } from '@tanstack/react-query';
import { Panel, VisuallyHidden } from '../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../design/states.tsx';
import { SimpleTable } from '../design/table/simple-table.tsx';
import { formatDay } from '../format/date.ts';
import { formatCount } from '../format/quantity.ts';
import { execute } from '../graph/execute.ts';
import {
  type CountFragment,
  QualityFindingsDocument,
  type QualityFindingsQuery,
} from '../graph/generated/graphql.ts';
import { useLabel } from '../i18n/label.ts';

const query = {
  queryKey: ['quality-findings'],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await execute(QualityFindingsDocument, {}, signal)).release,
};

export function QualityFindings() {
  const { t } = useLingui();
  const label = useLabel();
  const asked = useQuery(query);
  const release = asked.data;
  return (
    <Panel title={t`Quality findings`} detail={release && <About release={release} />} flush>
      {asked.isPending ? (
        <LoadingRows rows={6} />
      ) : asked.isError ? (
        <ErrorPanel error={asked.error} retry={() => void asked.refetch()} />
      ) : !release ? (
        <Empty>
          <Trans>No release has been built yet</Trans>
        </Empty>
      ) : release.findings.length === 0 ? (
        <Empty>
          <Trans>No quality findings in this release</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Quality findings`}
          rows={release.findings}
          rowKey={(row) => row.finding}
          columns={[
            { header: t`What was found`, cell: (row) => label(row.label) },
            {
              header: t`Cases or results`,
              cell: (row) => <Count count={row.cases} />,
              align: 'right',
              nowrap: true,
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** Of which release they are, and by which rules it was made. */
function About({ release }: { release: NonNullable<QualityFindingsQuery['release']> }) {
  const { number, closing, multiplePrimary } = release;
  return (
    <>
      <Trans>
        Release {number}, built {formatDay(release.builtAt)}
      </Trans>
      {multiplePrimary !== null && (
        <>
          {' · '}
          <Trans>multiple primaries by {multiplePrimary}</Trans>
        </>
      )}
      {closing !== null && (
        <>
          {' · '}
          <Trans>follow-up complete to {formatDay(closing)}</Trans>
        </>
      )}
    </>
  );
}

const Count = ({ count: { value } }: { count: CountFragment }) =>
  value === null ? (
    <Tooltip title={<Trans>Not shown: too few cases</Trans>}>
      <span>
        <span aria-hidden="true">*</span>
        <VisuallyHidden>
          <Trans>not shown</Trans>
        </VisuallyHidden>
      </span>
    </Tooltip>
  ) : (
    formatCount(value)
  );
