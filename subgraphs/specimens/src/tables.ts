/** The tables of the subgraph, for its migrations. */

export { bankConsent, bankDonor, collectionEvent } from './biobank/tables/donors.ts';
export { requestLine, specimenRequest, specimenResult } from './biobank/tables/requests.ts';
export { bankPoolPart, bankSpecimen, custodyEvent } from './biobank/tables/specimens.ts';
export {
  container,
  containerMove,
  inventoryAudit,
  labelPrint,
  temperatureReading,
} from './biobank/tables/storage.ts';
export { evidenceSet } from './evidence/table.ts';
export { biomarker } from './kinds/biomarker/table.ts';
export { genomicTest } from './kinds/genomic-test/table.ts';
export { pathologyReport } from './kinds/pathology-report/table.ts';
export { specimen } from './kinds/specimen/table.ts';
export { variant } from './kinds/variant/table.ts';
export { drugLabelSet } from './labels/table.ts';
export { specimens } from './schema.ts';
