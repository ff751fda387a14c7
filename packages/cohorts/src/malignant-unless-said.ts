import { jointSite } from '@nodp/terminology/joint-sites';
import type { CohortDefinition } from './definition.ts';
import { leavesOf } from './tree.ts';

const MALIGNANT: CohortDefinition = { behaviour: ['MALIGNANT'] };

/** Whether a definition says anything of behaviour: by the criterion, by a morphology with its digit, or by a site that includes benign ones. */
const saysBehaviour = (definition: CohortDefinition): boolean =>
  leavesOf(definition).some(
    (node) =>
      'behaviour' in node ||
      ('histology' in node && node.histology.some((c) => c.includes('/'))) ||
      ('site' in node && node.site.some((id) => jointSite(id)?.behaviours.includes('0') === true)),
  );

/**
 * A definition with what it leaves unsaid: a cancer is malignant. Cases of a release are neoplasms of every behaviour, so
 * that "cancer of the breast" would else count those in situ. Where a definition says anything of behaviour it is taken
 * at its word; who asks nothing is shown everyone.
 */
export const malignantUnlessSaid = (definition: CohortDefinition): CohortDefinition => {
  const everyone = 'all' in definition && definition.all.length === 0;
  if (everyone || saysBehaviour(definition)) return definition;
  return 'all' in definition
    ? { all: [MALIGNANT, ...definition.all] }
    : { all: [MALIGNANT, definition] };
};
