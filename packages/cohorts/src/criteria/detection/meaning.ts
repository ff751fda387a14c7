import { codesMeaning } from '../../criterion/codes.ts';
import { among } from '../../criterion/where.ts';
import { DETECTIONS, type Detection, detectionLabel } from './form.ts';

export const meaning = codesMeaning<Detection>({
  isKnown: (code) => DETECTIONS.includes(code as Detection),
  label: detectionLabel,
  before: { en: 'found by ', zh: '发现方式：' },
  where: (modes) => among('detection', modes),
});
