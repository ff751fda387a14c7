/** What institutions sent, added up. */
import { byMonth as months } from '../../../figures/by-month.ts';
import type { ReceivedQuery } from '../../../graph/generated/graphql.ts';
import type { Label } from '../../../i18n/label.ts';

export type Sender = ReceivedQuery['institutions'][number];
export type Month = { month: string; submissions: number; records: number };
export type Sent = {
  id: string;
  name: Label;
  region: Label;
  submissions: number;
  records: number;
  /** YYYY-MM-DD; null where nothing ever came. */
  lastDay: string | null;
};

/** All institutions together, month by month without gaps. */
export const byMonth = (senders: readonly Sender[]): Month[] =>
  months(senders.map((s) => s.receivedByMonth.map((month) => ({ ...month, refused: 0 }))));

/** Each institution in all, who sent most records first. */
export const byInstitution = (senders: readonly Sender[]): Sent[] =>
  senders
    .map(({ id, name, region, receivedByMonth }) => ({
      id,
      name,
      region: region.shortName,
      submissions: receivedByMonth.reduce((sum, month) => sum + month.submissions, 0),
      records: receivedByMonth.reduce((sum, month) => sum + month.records, 0),
      lastDay: receivedByMonth.at(-1)?.lastDay ?? null,
    }))
    .sort((a, b) => b.records - a.records || b.submissions - a.submissions);
