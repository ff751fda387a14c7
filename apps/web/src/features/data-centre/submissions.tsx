/** What institutions sent and what became of it. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useCodeWords } from '../../design/code-words.ts';
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
import type { Submission } from './submission.ts';
import { SubmissionCounts } from './submission-counts.tsx';
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
  const paged = usePaged(['submissions'], async (after, signal) => {
    const variables = { first: pageSize, after };
    return (await execute(SubmissionsDocument, variables, signal)).submissions;
  });
  const columns = useSubmissionColumns();
  return (
    <>
      <PageHeader title={t`Submissions`} detail={<Trans>newest first</Trans>} />
      <PagedTable
        paged={paged}
        label={t`Submissions`}
        columns={columns}
        rowKey={(submission) => submission.id}
        empty={<Trans>Nothing has been submitted yet</Trans>}
      />
    </>
  );
}

function useSubmissionColumns(): Column<Submission>[] {
  const { t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  return useMemo(() => {
    const count = (id: Outcome, header: string): Column<Submission> => ({
      id,
      header,
      width: '98px',
      align: 'end',
      cell: (s) => formatCount(totals(s.counts)[id]),
    });
    return [
      { id: 'at', header: t`Received`, width: '140px', cell: (s) => formatInstant(s.receivedAt) },
      {
        id: 'institution',
        header: t`Institution`,
        width: 'minmax(170px, 1.6fr)',
        cell: (s) => <span title={label(s.institution.name)}>{label(s.institution.name)}</span>,
      },
      {
        id: 'channel',
        header: t`Channel`,
        width: '118px',
        cell: (s) => code('channel', s.channel),
      },
      {
        id: 'status',
        header: t`Status`,
        width: '140px',
        cell: (s) => (
          <Tag colour={statusColours[s.status] ?? '#C3C9CE'}>{code('submission', s.status)}</Tag>
        ),
      },
      count('created', t`New`),
      count('updated', t`Corrected`),
      count('unchanged', t`Unchanged`),
      count('retained', t`Retained`),
      count('refused', t`Refused`),
      {
        id: 'types',
        header: t`By resource type`,
        width: '140px',
        cell: (s) => <SubmissionCounts submission={s} />,
      },
      {
        id: 'bytes',
        header: t`Size`,
        width: '92px',
        align: 'end',
        cell: (s) => formatBytes(s.bytes),
      },
      {
        id: 'sha256',
        header: 'SHA-256',
        width: '130px',
        wideOnly: true,
        cell: (s) => <code title={s.sha256}>{s.sha256.slice(0, 12)}</code>,
      },
    ];
  }, [t]);
}
