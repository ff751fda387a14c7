/** The tables of the subgraph, for its migrations. */

export { biomarker } from './kinds/biomarker/table.ts';
export { pathologyReport } from './kinds/pathology-report/table.ts';
export { specimen } from './kinds/specimen/table.ts';
export { specimens } from './schema.ts';
