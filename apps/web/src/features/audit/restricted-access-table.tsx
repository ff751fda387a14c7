/** Access to restricted patients, by account and day. */
import { useLingui } from '@lingui/react/macro';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import {
  type AccessReviewsQuery,
  ReviewRestrictedPatientAccessDocument,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { PatientAudited } from './patient-audited.tsx';
import { ReviewFacts } from './review-facts.tsx';
import { useReviews } from './use-reviews.ts';
import { restrictionWords, useRoleWords } from './words.ts';

type RestrictedAccess = AccessReviewsQuery['restrictedPatientAccesses'][number];

export function RestrictedAccessTable({ rows }: { rows: RestrictedAccess[] }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const reviews = useReviews();
  const role = useRoleWords();
  return (
    <SimpleTable
      label={t`Access to restricted patients`}
      rows={rows}
      rowKey={(row) => `${row.day} ${row.account} ${row.patient.id}`}
      columns={[
        { header: t`Day`, cell: (row) => row.day, order: (row) => row.day, nowrap: true },
        { header: t`Account`, cell: (row) => row.account, order: (row) => row.account },
        { header: t`Role`, cell: (row) => role(row.role), nowrap: true },
        {
          header: t`Institution`,
          cell: (row) => row.institution && label(row.institution.name),
          leastWidth: 140,
        },
        { header: t`Patient`, cell: (row) => <PatientAudited patient={row.patient} /> },
        { header: t`Restricted as`, cell: (row) => i18n._(restrictionWords[row.kind]) },
        { header: t`Requests`, cell: (row) => formatCount(row.requests), align: 'right' },
        { header: t`Opened`, cell: (row) => formatCount(row.opened), align: 'right' },
        {
          header: t`Review`,
          leastWidth: 160,
          cell: (row) => (
            <ReviewFacts
              review={row.review}
              name={`${row.account}, ${row.day}`}
              onReview={
                reviews
                  ? (verdict) =>
                      execute(ReviewRestrictedPatientAccessDocument, {
                        patient: row.patient.id,
                        account: row.account,
                        day: row.day,
                        ...verdict,
                      })
                  : null
              }
            />
          ),
        },
      ]}
    />
  );
}
