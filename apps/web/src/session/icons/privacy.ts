import {
  mdiAccountMultipleCheckOutline,
  mdiAccountSwitchOutline,
  mdiClipboardCheckOutline,
  mdiShieldAccountOutline,
  mdiShieldAlertOutline,
} from '@mdi/js';
import type { Icons } from './icons.ts';

export const icons: Icons<'privacy'> = {
  '/privacy/audit': mdiShieldAccountOutline,
  '/privacy/unusual': mdiShieldAlertOutline,
  '/privacy/reviews': mdiClipboardCheckOutline,
  '/privacy/persons': mdiAccountSwitchOutline,
  '/privacy/matches': mdiAccountMultipleCheckOutline,
};
