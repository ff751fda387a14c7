/** What was found of an access, or a way to write it down. */
import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../design/marks.tsx';
import { formatInstant } from '../../format/date.ts';
import type { AccessReviewFactsFragment } from '../../graph/generated/graphql.ts';
import { ReviewDialog, type Verdict } from './review-dialog.tsx';
import { verdictWords } from './words.ts';

/** Okabe and Ito's green and vermillion. */
const colours = { JUSTIFIED: '#009E73', UNJUSTIFIED: '#D55E00' } as const;

export function ReviewFacts({
  review,
  name,
  onReview,
}: {
  review: AccessReviewFactsFragment | null;
  name: string;
  /** Null for who may not review. */
  onReview: ((verdict: Verdict) => Promise<unknown>) | null;
}) {
  const { i18n } = useLingui();
  if (review === null)
    return onReview === null ? (
      <Trans>Waits for review</Trans>
    ) : (
      <ReviewDialog name={name} onReview={onReview} />
    );
  const { verdict, remark, reviewedBy, reviewedAt } = review;
  return (
    <>
      <Tag colour={colours[verdict]}>{i18n._(verdictWords[verdict])}</Tag> {remark} ({reviewedBy},{' '}
      {formatInstant(reviewedAt)})
    </>
  );
}
