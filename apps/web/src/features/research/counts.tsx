/** Counts as they leave disclosure control: rounded, or too small to be shown. */
import { useLingui } from '@lingui/react/macro';
import { formatCount } from '../../format/quantity.ts';
import type { Disclosed, DisclosureRule } from './queries.ts';

/** How a count reads: `1,240`, `< 10`. */
export const shortCount = ({ value }: Disclosed, { minimumCell }: DisclosureRule): string =>
  value === null ? `< ${minimumCell}` : formatCount(value);

/** How a count reads in a sentence: `about 1,240 persons`, `fewer than 10 persons`. */
export function useCountWords(rule: DisclosureRule): (count: Disclosed) => string {
  const { t } = useLingui();
  return ({ value }) => {
    if (value === null) return t`fewer than ${rule.minimumCell} persons`;
    const persons = formatCount(value);
    return t`about ${persons} persons`;
  };
}
