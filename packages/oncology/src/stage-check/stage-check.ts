import {
  behaviourContradictsT,
  categoryDoesNotExist,
  inSituWithSpread,
  mReadAsM0,
  nodesContradictN,
  sizeContradictsT,
} from './category-checks.ts';
import {
  metastasesContradictM,
  pathologicalWithoutOperation,
  postTreatmentWithoutTreatment,
} from './course-checks.ts';
import type { CheckedStage, Finding } from './facts.ts';
import {
  categoriesMissing,
  editionNotOfDate,
  groupDiffers,
  stagesDisagree,
} from './group-checks.ts';

/** Raised whenever the same input gives another answer. */
export const STAGE_CHECK_VERSION = 2;

const CHECKS: readonly ((given: CheckedStage) => Finding[])[] = [
  groupDiffers,
  categoriesMissing,
  editionNotOfDate,
  stagesDisagree,
  categoryDoesNotExist,
  sizeContradictsT,
  nodesContradictN,
  inSituWithSpread,
  behaviourContradictsT,
  mReadAsM0,
  pathologicalWithoutOperation,
  postTreatmentWithoutTreatment,
  metastasesContradictM,
];

/**
 * What contradicts a stage as it was sent: the group against its categories, the categories against size, nodes,
 * behaviour, operations, treatment and metastases, one stage against another. Each finding names both sources; nothing
 * sent is changed. Source: AJCC Cancer Staging Manual, 8th edition, chapter 1 and the T and N of its chapters.
 */
export const checkStage = (given: CheckedStage): readonly Finding[] =>
  CHECKS.flatMap((check) => check(given));
