import { recordsOf } from '@nodp/graph';
import { stage } from './table.ts';

/** A patient's stages and categories, of whichever tumour, by date. */
export const stageRows = recordsOf(stage, stage.assessedOn, stage.axis);
