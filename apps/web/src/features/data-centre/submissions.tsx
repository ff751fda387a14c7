/** Data submitted by institutions and what became of it. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCodeWords } from '../../design/code-words.ts';
import { useSearchState } from '../../design/filters/search-state.ts';
import { Tag } from '../../design/marks.tsx';
import { PageHeader } from '../../design/page.tsx';
import { usePaged } from '../../design/paged.ts';
import { PagedTable } from '../../design/paged-table.tsx';
import type { Column } from '../../design/table/model.ts';
import { formatInstant } from '../../format/date.ts';
import { formatBytes, formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import { SubmissionsDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { meQuery } from '../../session/me.ts';
import type { Submission } from './submission.ts';
import { SubmissionCounts } from './submission-counts.tsx';
import { submissionFilterOf } from './submission-filter.ts';
import { SubmissionFilters } from './submission-filters.tsx';
import { type Outcome, totals } from './totals.ts';

const pageSize = 100;

/** Accepted, in part, refused: Okabe and Ito's green, orange and vermillion. */
const statusColours: Record<string, string> = {
  accepted: '#009E73',
  partial: '#E69F00',
  refused: '#D55E00',
};

export function SubmissionsPage() {
  const { t } = useLingui();
  const [search] = useSearchState();
  const filter = submissionFilterOf(search);
  const paged = usePaged(['submissions', filter], async (after, signal) => {
    const variables = { filter, first: pageSize, after };
    return (await execute(SubmissionsDocument, variables, signal)).submissions;
  });
  const columns = useSubmissionColumns();
  return (
    <>
      <PageHeader title={t`Submissions`} detail={<Whose />} />
      <SubmissionFilters />
      <PagedTable
        paged={paged}
        label={t`Submissions`}
        columns={columns}
        rowKey={(submission) => submission.id}
        empty={
          Object.keys(filter).length > 0 ? (
            <Trans>No submission meets these conditions</Trans>
          ) : (
            <Trans>Nothing has been submitted yet</Trans>
          )
        }
      />
    </>
  );
}

/** Whose submissions the account sees, and in which order. */
function Whose() {
  const { t } = useLingui();
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  if (!me) return null;
  const whose = me.institution ? label(me.institution.name) : t`all institutions`;
  return <Trans>of {whose}, newest first</Trans>;
}

function useSubmissionColumns(): Column<Submission>[] {
  const { t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  const { data: me } = useQuery(meQuery);
  // To an account of one institution every line says the same.
  const national = me?.institution === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  return useMemo(() => {
    const count = (id: Outcome, header: string): Column<Submission> => ({
      id,
      header,
      width: '90px',
      align: 'end',
      cell: (s) => formatCount(totals(s.counts)[id]),
    });
    const institution: Column<Submission> = {
      id: 'institution',
      header: t`Institution`,
      width: 'minmax(230px, 1.6fr)',
      cell: (s) => <span title={label(s.institution.name)}>{label(s.institution.name)}</span>,
    };
    return [
      {
        id: 'at',
        header: t`Received at`,
        width: '148px',
        cell: (s) => formatInstant(s.receivedAt),
      },
      ...(national ? [institution] : []),
      {
        id: 'channel',
        header: t`Channel`,
        width: '122px',
        yields: 4,
        cell: (s) => code('channel', s.channel),
      },
      {
        id: 'status',
        header: t`Status`,
        width: '124px',
        cell: (s) => (
          <Tag colour={statusColours[s.status] ?? '#C3C9CE'}>{code('submission', s.status)}</Tag>
        ),
      },
      count('created', t`New`),
      count('updated', t`Corrected`),
      { ...count('unchanged', t`Unchanged`), yields: 3 },
      { ...count('retained', t`Retained`), yields: 2 },
      { ...count('held', t`Held`), yields: 3 },
      count('refused', t`Refused`),
      {
        id: 'types',
        header: t`Types`,
        width: '96px',
        yields: 1,
        cell: (s) => <SubmissionCounts submission={s} />,
      },
      {
        id: 'bytes',
        header: t`Size`,
        width: '80px',
        align: 'end',
        yields: 5,
        cell: (s) => formatBytes(s.bytes),
      },
      {
        id: 'sha256',
        header: 'SHA-256',
        width: '116px',
        wideOnly: true,
        yields: 6,
        cell: (s) => <code title={s.sha256}>{s.sha256.slice(0, 12)}</code>,
      },
    ];
  }, [t, national]);
}
