/** A list of requests, the latest first. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { AppLink } from '../../design/links.tsx';
import { usePaged } from '../../design/paged.ts';
import { PagedTable } from '../../design/paged-table.tsx';
import type { Column } from '../../design/table/model.ts';
import { formatDay } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import {
  SpecimenRequestsDocument,
  type SpecimenRequestsQuery,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { requestStateWords } from './words.ts';

type Row = SpecimenRequestsQuery['specimenRequests']['edges'][number]['node'];
const pageSize = 50;

export function RequestList({
  page,
}: {
  page: '/biobank/requests/{-$requestId}' | '/research/specimens/{-$requestId}';
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const paged = usePaged<Row>(['biobank', 'requests'], async (after, signal) => {
    const variables = { first: pageSize, after };
    return (await execute(SpecimenRequestsDocument, variables, signal)).specimenRequests;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'title',
        header: t`Study`,
        width: 'minmax(180px, 2fr)',
        cell: (one) => (
          <AppLink to={page} params={{ requestId: one.id }} search={{}}>
            {one.title}
          </AppLink>
        ),
      },
      {
        id: 'type',
        header: t`Type`,
        width: 'minmax(140px, 1fr)',
        yields: 2,
        cell: (one) => label(one.type.label),
      },
      {
        id: 'wanted',
        header: t`Aliquots`,
        width: '100px',
        align: 'end',
        cell: (one) => one.wanted,
      },
      {
        id: 'state',
        header: t`State`,
        width: '180px',
        cell: (one) => i18n._(requestStateWords[one.state]),
      },
      {
        id: 'requester',
        header: t`Requester`,
        width: 'minmax(110px, 1fr)',
        yields: 3,
        cell: (one) => label(one.requester),
      },
      {
        id: 'at',
        header: t`Asked on`,
        width: '120px',
        yields: 4,
        cell: (one) => formatDay(one.requestedAt),
      },
    ],
    [t, page],
  );
  return (
    <PagedTable
      paged={paged}
      label={t`Specimen requests`}
      columns={columns}
      rowKey={(one) => one.id}
      empty={<Trans>No request has been made</Trans>}
    />
  );
}
