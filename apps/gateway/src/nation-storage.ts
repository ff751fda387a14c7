import type { BulkStorage } from '@nodp/record';
import { registry } from '@nodp/subgraph-patients/bulk';
import { kinds } from './kinds.ts';

/** Where the demonstration nation is copied to: each kind by its own mapping, patients by their registry. */
export const storage: BulkStorage = { module: import.meta.url, kinds, registry };
