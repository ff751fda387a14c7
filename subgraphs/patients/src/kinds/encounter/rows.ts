import { latestFirst, recordsOf } from '@nodp/graph';
import { encounter } from './table.ts';

/** A patient's visits and admissions, latest first. */
export const encounterRows = recordsOf(encounter, latestFirst(encounter.startedAt));
