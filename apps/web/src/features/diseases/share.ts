/** How a share of known values reads. */
import { formatPercent } from '../../format/quantity.ts';

/** `62%`, `≥ 93%` where the rest is too small to be shown, `≤ 7%` where it is itself; `—` where nothing can be told. */
export const shareText = ({
  share,
  limit,
}: {
  readonly share: number | null;
  readonly limit: 'AT_LEAST' | 'AT_MOST' | null;
}): string => {
  if (share === null) return '—';
  const text = formatPercent(share);
  return limit === null ? text : `${limit === 'AT_LEAST' ? '≥' : '≤'} ${text}`;
};
