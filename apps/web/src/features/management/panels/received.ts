/** Data submitted by institutions, added up. */
import { byMonth as monthsOf } from '../../../figures/by-month.ts';
import type { ReceivedQuery } from '../../../graph/generated/graphql.ts';
import type { Label } from '../../../i18n/label.ts';

export type Institution = ReceivedQuery['institutions'][number];
/** An institution of which the account may see what it sent. */
export type Sender = Institution & { months: NonNullable<Institution['receivedByMonth']> };
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
  monthsOf(senders.map((s) => s.months.map((month) => ({ ...month, refused: 0 }))));

/** Each institution in all, who sent most records first. */
export const byInstitution = (senders: readonly Sender[]): Sent[] =>
  senders
    .map(({ id, name, region, months }) => ({
      id,
      name,
      region: region.shortName,
      submissions: months.reduce((sum, month) => sum + month.submissions, 0),
      records: months.reduce((sum, month) => sum + month.records, 0),
      lastDay: months.at(-1)?.lastDay ?? null,
    }))
    .sort((a, b) => b.records - a.records || b.submissions - a.submissions);
