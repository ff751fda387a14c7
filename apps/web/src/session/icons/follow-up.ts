import { mdiCalendarClockOutline, mdiFileUploadOutline } from '@mdi/js';
import type { Icons } from './icons.ts';

export const icons: Icons<'follow-up'> = {
  '/follow-up/due': mdiCalendarClockOutline,
  '/follow-up/deaths': mdiFileUploadOutline,
};
