import {
  mdiFridgeIndustrialOutline,
  mdiTestTube,
  mdiThermometerAlert,
  mdiTruckDeliveryOutline,
} from '@mdi/js';
import type { Icons } from './icons.ts';

export const icons: Icons<'biobank'> = {
  '/biobank/containers': mdiFridgeIndustrialOutline,
  '/biobank/specimens': mdiTestTube,
  '/biobank/requests': mdiTruckDeliveryOutline,
  '/biobank/alerts': mdiThermometerAlert,
};
