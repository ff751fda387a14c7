import { mdiAccountKeyOutline, mdiHeartPulse, mdiHospitalBuilding } from '@mdi/js';
import type { Icons } from './icons.ts';

export const icons: Icons<'administration'> = {
  '/administration/accounts': mdiAccountKeyOutline,
  '/administration/platform': mdiHeartPulse,
  '/administration/institutions': mdiHospitalBuilding,
};
