import {
  mdiAccountGroupOutline,
  mdiBookOpenPageVariantOutline,
  mdiBriefcaseOutline,
  mdiCompareHorizontal,
  mdiContentSaveOutline,
  mdiDna,
  mdiExport,
  mdiFileDocumentOutline,
  mdiRibbon,
  mdiTableColumn,
  mdiTestTube,
} from '@mdi/js';
import type { Icons } from './icons.ts';

export const icons: Icons<'research'> = {
  '/research/cohorts': mdiAccountGroupOutline,
  '/research/saved': mdiContentSaveOutline,
  '/research/projects': mdiBriefcaseOutline,
  '/research/exports': mdiExport,
  '/research/compare': mdiCompareHorizontal,
  '/research/documents': mdiFileDocumentOutline,
  '/research/diseases': mdiRibbon,
  '/research/studies': mdiDna,
  '/research/dictionary': mdiTableColumn,
  '/research/specimens': mdiTestTube,
  '/research/literature': mdiBookOpenPageVariantOutline,
};
