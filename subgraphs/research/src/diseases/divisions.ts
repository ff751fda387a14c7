import { TIERS, tierLabel } from '@nodp/cohorts';
import type { Label } from '@nodp/terminology';
import { PROVINCES } from '@nodp/terminology/provinces';
import type { DiseaseDivision } from '@nodp/warehouse';
import type { ReleaseRow } from '../release/release-rows.ts';

interface Key {
  readonly key: string | number | null;
  readonly label: Label;
}

const notKnown: Key = { key: null, label: { en: 'Not known', zh: '不详' } };

/** Every value of a division, those of nobody among them: leaving them out would tell of them. */
export const keysOf = (
  by: DiseaseDivision,
  { firstYear, lastYear }: ReleaseRow,
): readonly Key[] => {
  switch (by) {
    case 'year': {
      if (firstYear === null || lastYear === null) return [notKnown];
      return Array.from({ length: lastYear - firstYear + 1 }, (_, i) => {
        const year = firstYear + i;
        return { key: year, label: { en: String(year), zh: String(year) } };
      });
    }
    case 'tier':
      return [...TIERS.map((tier) => ({ key: tier, label: tierLabel(tier) })), notKnown];
    case 'province':
      return [...PROVINCES.map(({ code, label }) => ({ key: code, label })), notKnown];
  }
};
