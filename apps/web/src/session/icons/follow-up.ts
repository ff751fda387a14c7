import { mdiCalendarClockOutline, mdiEmailOutline, mdiFileUploadOutline } from '@mdi/js';
import type { Icons } from './icons.ts';

export const icons: Icons<'follow-up'> = {
  '/follow-up/due': mdiCalendarClockOutline,
  '/follow-up/messages': mdiEmailOutline,
  '/follow-up/deaths': mdiFileUploadOutline,
};
