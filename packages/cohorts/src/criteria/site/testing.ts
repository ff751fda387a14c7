import { jointSitesOf } from '@nodp/terminology/joint-sites';
import { subSiteOf } from '@nodp/terminology/sites';
import { some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { siteIds } from '../../testing/vocabulary.ts';

export const testing: CriterionTesting<string[]> = {
  arbitrary: some([
    ...siteIds,
    'stomach.cardia',
    'lung.trachea',
    'all-but-skin',
    'nervous-system-with-benign',
  ]),
  holds: (ids, row) => {
    const [group, topography] = [row.site_group, row.topography];
    if (typeof group !== 'string') return false;
    const code = typeof topography === 'string' ? topography : null;
    const part = subSiteOf(group, code);
    const behaviour = typeof row.behaviour === 'string' ? row.behaviour : null;
    const joint = jointSitesOf(group, code, behaviour).map(({ id }) => id);
    return ids.some((id) => id === group || id === part?.id || joint.includes(id));
  },
};
