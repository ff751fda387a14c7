/** The tables of the subgraph, for its migrations. */

export { dicomInstance, dicomSeries, dicomSetAside, dicomStudy } from './dicom/store/tables.ts';
export { imagingReport } from './kinds/imaging-report/table.ts';
export { type SeriesColumn, study } from './kinds/imaging-study/table.ts';
export { lesion } from './kinds/lesion/table.ts';
export { lesionEntry } from './lesion-entries/table.ts';
export { imageMeasurement } from './measurements/table.ts';
export { imaging } from './schema.ts';
