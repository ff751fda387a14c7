import { subSiteOf } from '@nodp/terminology/sites';
import { some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { siteIds } from '../../testing/vocabulary.ts';

export const testing: CriterionTesting<string[]> = {
  arbitrary: some([...siteIds, 'stomach.cardia', 'lung.trachea']),
  holds: (ids, row) => {
    const [group, topography] = [row.site_group, row.topography];
    if (typeof group !== 'string') return false;
    const part = subSiteOf(group, typeof topography === 'string' ? topography : null);
    return ids.some((id) => id === group || id === part?.id);
  },
};
