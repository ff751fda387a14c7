/** Stages as they were sent that something else recorded contradicts, for who can correct them. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { PageHeader } from '../../../design/page.tsx';
import { usePaged } from '../../../design/paged.ts';
import { PagedTable } from '../../../design/paged-table.tsx';
import { execute } from '../../../graph/execute.ts';
import { StageFindingsDocument } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { type StageFinding, useStageFindingColumns } from './columns.tsx';
import { filterOf, StageFindingFilters } from './filters.tsx';

const pageSize = 50;

interface Page {
  readonly edges: { node: StageFinding }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** The clinical board has the check switched off. */
  readonly off: boolean;
}

const switchedOff: Page = {
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: null },
  off: true,
};

export function StageFindingsPage() {
  const { t } = useLingui();
  const [search] = useSearchState();
  const filter = filterOf(search);
  const paged = usePaged<StageFinding, Page>(
    ['stage-findings', filter],
    async (after, signal): Promise<Page> => {
      const variables = { filter, first: pageSize, after };
      const page = (await execute(StageFindingsDocument, variables, signal)).stageFindings;
      return page === null ? switchedOff : { ...page, off: false };
    },
  );
  const columns = useStageFindingColumns();
  return (
    <>
      <PageHeader title={t`Stage contradictions`} detail={<Whose />} />
      <Alert severity="info" sx={{ mb: 1.5 }}>
        <Trans>
          Found when records came, by the rule “Cross-checks of a stage as sent”. Nothing that was
          sent is changed; a contradiction leaves the list when corrected records come.
        </Trans>
      </Alert>
      <StageFindingFilters />
      <PagedTable
        paged={paged}
        label={t`Stage contradictions`}
        columns={columns}
        rowKey={(finding) => finding.id}
        empty={
          paged.first?.off ? (
            <Trans>The clinical board has the stage check switched off</Trans>
          ) : Object.keys(filter).length > 0 ? (
            <Trans>No contradiction meets these conditions</Trans>
          ) : (
            <Trans>No stage that was sent is contradicted</Trans>
          )
        }
      />
    </>
  );
}

/** Whose stages the account sees, and in which order. */
function Whose() {
  const { t } = useLingui();
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  if (!me) return null;
  const whose = me.institution ? label(me.institution.name) : t`all institutions`;
  return <Trans>of {whose}, newest first</Trans>;
}
