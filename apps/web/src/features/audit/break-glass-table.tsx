/** Access in emergencies. */
import { useLingui } from '@lingui/react/macro';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import {
  type AccessReviewsQuery,
  ReviewBreakGlassDocument,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { PatientAudited } from './patient-audited.tsx';
import { ReviewFacts } from './review-facts.tsx';
import { useReviews } from './use-reviews.ts';

type BreakGlass = AccessReviewsQuery['breakGlass']['edges'][number]['node'];

export function BreakGlassTable({ rows }: { rows: BreakGlass[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const reviews = useReviews();
  return (
    <SimpleTable
      label={t`Access in emergencies (break-glass)`}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { header: t`Began`, cell: (row) => formatInstant(row.grantedAt), nowrap: true },
        { header: t`Ends`, cell: (row) => formatInstant(row.expiresAt), nowrap: true },
        { header: t`Account`, cell: (row) => row.account },
        { header: t`Institution`, cell: (row) => label(row.institution.name), leastWidth: 140 },
        { header: t`Patient`, cell: (row) => <PatientAudited patient={row.patient} /> },
        { header: t`Reason`, cell: (row) => row.reason, leastWidth: 200 },
        {
          header: t`Review`,
          leastWidth: 160,
          cell: (row) => (
            <ReviewFacts
              review={row.review}
              name={`${row.account}, ${formatInstant(row.grantedAt)}`}
              onReview={
                reviews
                  ? (verdict) => execute(ReviewBreakGlassDocument, { id: row.id, ...verdict })
                  : null
              }
            />
          ),
        },
      ]}
    />
  );
}
