import { recordsOf } from '@nodp/graph';
import { specimen } from './table.ts';

/** A patient's specimens by date. */
export const specimenRows = recordsOf(specimen, specimen.collectedOn);
