import { BREAST } from './breast/programme.ts';
import { CERVIX } from './cervix/programme.ts';
import { COLORECTUM } from './colorectum/programme.ts';
import { LIVER } from './liver/programme.ts';
import { LUNG } from './lung/programme.ts';
import { OESOPHAGUS } from './oesophagus/programme.ts';
import type { ProgrammeId, ScreeningProgramme } from './programme.ts';
import { STOMACH } from './stomach/programme.ts';

/** Every programme, once: the compiler asks for each id. */
export const SCREENING_PROGRAMMES: Readonly<Record<ProgrammeId, ScreeningProgramme>> = {
  lung: LUNG,
  breast: BREAST,
  colorectum: COLORECTUM,
  liver: LIVER,
  stomach: STOMACH,
  oesophagus: OESOPHAGUS,
  cervix: CERVIX,
};
