/** How the answers that are possible read. */
import { useLingui } from '@lingui/react/macro';
import { formatNumber } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Answer, Span } from './data.ts';

export function useSpanWords(unit: Answer['unit']): (span: Span) => string {
  const { t } = useLingui();
  const label = useLabel();
  const shown = (amount: number) => formatNumber(Number(amount.toFixed(unit === 'OF_100' ? 2 : 1)));
  return ({ classes, least, most, notFor }) => {
    const range =
      least == null || most == null
        ? null
        : shown(least) === shown(most)
          ? shown(least)
          : `${shown(least)}–${shown(most)}`;
    const amount =
      range === null ? null : unit === 'OF_100' ? t`${range} of 100` : t`${range} points`;
    return [
      classes.map(label).join(' / ') || null,
      amount,
      notFor ? t`or not for this person` : null,
    ]
      .filter((part) => part !== null)
      .join(', ');
  };
}
