import { clinicalColumns, clinicalKeys } from '@nodp/database/tables';
import { text } from 'drizzle-orm/pg-core';
import { imaging } from '../../schema.ts';
import { lesionColumns } from './columns.ts';

/** Lesions as they were seen, one row a lesion and day. */
export const lesion = imaging.table(
  'lesion',
  { ...clinicalColumns(), ...lesionColumns(), tumourSourceId: text('tumour_source_id') },
  (t) => clinicalKeys('lesion', t),
);
