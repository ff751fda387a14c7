/** How a message stands, with why and since when. */
import { useLingui } from '@lingui/react/macro';
import { formatInstant } from '../../../format/date.ts';
import type { ShownMessage } from './data.ts';
import { reasonWords, stateWords } from './words.ts';

export function Standing({ message }: { message: ShownMessage }) {
  const { t, i18n } = useLingui();
  const { state, reason, sentAt, sentBy, deliveredAt, endedAt, attempts, nextAt } = message;
  const at = deliveredAt ?? endedAt ?? sentAt;
  const words = [
    i18n._(stateWords[state]),
    reason && i18n._(reasonWords[reason]),
    sentBy && t`by hand`,
    at && formatInstant(at),
    state === 'WAITING' && attempts > 0 && nextAt && t`tried again ${formatInstant(nextAt)}`,
  ].filter(Boolean);
  const said = words.join(' · ');
  return <span title={said}>{said}</span>;
}
