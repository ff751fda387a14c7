import {
  mdiAccountArrowRightOutline,
  mdiAccountHeartOutline,
  mdiAccountMultipleCheckOutline,
  mdiAccountVoice,
  mdiBookOpenPageVariantOutline,
  mdiClipboardListOutline,
  mdiClipboardPulseOutline,
  mdiGaugeLow,
  mdiScaleBalance,
} from '@mdi/js';
import type { Icons } from './icons.ts';

export const icons: Icons<'clinical'> = {
  '/clinical/patients': mdiAccountHeartOutline,
  '/clinical/tasks': mdiClipboardListOutline,
  '/clinical/board': mdiAccountVoice,
  '/clinical/referrals': mdiAccountArrowRightOutline,
  '/clinical/quality': mdiClipboardPulseOutline,
  '/clinical/literature': mdiBookOpenPageVariantOutline,
  '/clinical/rules': mdiScaleBalance,
  '/clinical/screening': mdiAccountMultipleCheckOutline,
  '/clinical/risk': mdiGaugeLow,
};
