import {
  mdiChartBellCurve,
  mdiChartBoxOutline,
  mdiChartLineVariant,
  mdiChartMultiple,
  mdiChartTimelineVariantShimmer,
  mdiClipboardCheckOutline,
  mdiFileChartOutline,
  mdiMapOutline,
  mdiRadar,
  mdiTimerSand,
  mdiTrendingUp,
} from '@mdi/js';
import type { Icons } from './icons.ts';

export const icons: Icons<'management'> = {
  '/management/overview': mdiChartBoxOutline,
  '/management/explorer': mdiChartMultiple,
  '/management/quality': mdiChartBellCurve,
  '/management/care': mdiClipboardCheckOutline,
  '/management/survival': mdiChartLineVariant,
  '/management/trends': mdiTrendingUp,
  '/management/projection': mdiChartTimelineVariantShimmer,
  '/management/burden': mdiTimerSand,
  '/management/screening': mdiRadar,
  '/management/report': mdiFileChartOutline,
  '/management/regions': mdiMapOutline,
};
