import { BREAST_TABLES } from './breast.ts';
import { DIGESTIVE } from './digestive.ts';
import { GYNAECOLOGICAL } from './gynaecological.ts';
import { HEAD_AND_NECK } from './head-and-neck.ts';
import { NINTH_EDITION } from './ninth-edition.ts';
import { OESOPHAGUS_STOMACH } from './oesophagus-stomach.ts';
import { SKIN_EYE } from './skin-eye.ts';
import type { StageTableText } from './text.ts';
import { THORAX_BONE_SOFT_TISSUE } from './thorax-bone-soft-tissue.ts';
import { URINARY_ENDOCRINE_MALE } from './urinary-endocrine-male.ts';

export const TABLES: readonly StageTableText[] = [
  ...HEAD_AND_NECK,
  ...OESOPHAGUS_STOMACH,
  ...DIGESTIVE,
  ...THORAX_BONE_SOFT_TISSUE,
  ...SKIN_EYE,
  ...BREAST_TABLES,
  ...GYNAECOLOGICAL,
  ...URINARY_ENDOCRINE_MALE,
  ...NINTH_EDITION,
];
