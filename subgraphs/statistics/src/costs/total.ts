import { groupedTotal } from '@nodp/biostatistics';
import type { CostFigure } from './cost-measure.ts';

/** What the cases of a year cost together: years have to be crossed. */
export const total: CostFigure = {
  estimate: groupedTotal,
  interval: {
    en: '95%, compound Poisson, of costs by class',
    zh: '95%，复合泊松分布，按费用分组',
  },
  required: ['YEAR'],
};
