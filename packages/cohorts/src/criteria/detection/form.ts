import type { Label } from '@nodp/terminology';
import { MODES_OF_DETECTION } from '@nodp/terminology/mode-of-detection';
import { choiceForm } from '../../criterion/codes-form.ts';

/** How a cancer came to be found, as a release has it; a case of which nobody said it meets none of them. */
export const DETECTIONS = ['SCREENING', 'INCIDENTAL', 'SYMPTOMS'] as const;
export type Detection = (typeof DETECTIONS)[number];

export const detectionLabel = (mode: Detection): Label =>
  MODES_OF_DETECTION.get(mode)?.label ?? { en: mode, zh: mode };

export const form = choiceForm({
  name: { en: 'Mode of detection', zh: '发现方式' },
  detail: { en: 'screening, chance, symptoms', zh: '筛查、偶然、症状' },
  values: DETECTIONS,
});
