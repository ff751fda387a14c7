import { codesMeaning } from '../../criterion/codes.ts';
import { among } from '../../criterion/where.ts';
import { type CohortStage, STAGE_LABELS } from './form.ts';

export const meaning = codesMeaning<CohortStage>({
  isKnown: (code) => code in STAGE_LABELS,
  label: (stage) => STAGE_LABELS[stage],
  where: (stages) => among('stage', stages),
});
