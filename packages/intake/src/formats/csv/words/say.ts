import { ofColumns } from './columns.ts';
import { ofFiles } from './files.ts';
import { ofRows } from './rows.ts';

/** Everything that may be wrong with a file of rows itself; what its records say wrong, their kinds say. */
export const say = { ...ofColumns, ...ofFiles, ...ofRows };
