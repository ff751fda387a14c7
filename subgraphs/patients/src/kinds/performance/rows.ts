import { recordsOf } from '@nodp/graph';
import { performance } from './table.ts';

/** By date. */
export const performanceRows = recordsOf(performance, performance.at);
