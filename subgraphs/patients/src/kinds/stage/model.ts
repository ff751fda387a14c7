import type { Shown } from '@nodp/database/tables';
import type { stage } from './table.ts';

export type StageModel = Shown<typeof stage>;
