import type { Shown } from '@nodp/database/tables';
import type { specimen } from './table.ts';

export type SpecimenModel = Shown<typeof specimen>;
