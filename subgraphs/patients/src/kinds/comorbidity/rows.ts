import { recordsOf } from '@nodp/graph';
import { comorbidity } from './table.ts';

/** By date of onset. */
export const comorbidityRows = recordsOf(comorbidity, comorbidity.onsetOn);
