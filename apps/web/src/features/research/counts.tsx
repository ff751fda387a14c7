/** Counts as they leave disclosure control: moved a little, or too small to be shown. */
import { useLingui } from '@lingui/react/macro';
import { formatCount, spokenCount } from '../../format/quantity.ts';
import type { Disclosed, DisclosureRule } from './queries.ts';

/** How a count reads: `1,240`, `< 10`. */
export const shortCount = ({ value }: Disclosed, { minimumCell }: DisclosureRule): string =>
  value === null ? `< ${minimumCell}` : formatCount(value);

/** How a count reads in a sentence: `about 1,240 persons`, `约 12.35万 人`, `fewer than 10 persons`. */
export function useCountWords(rule: DisclosureRule): (count: Disclosed) => string {
  const { i18n, t } = useLingui();
  return ({ value }) => {
    if (value === null) return t`fewer than ${rule.minimumCell} persons`;
    const persons = spokenCount(value, i18n.locale);
    return t`about ${persons} persons`;
  };
}
