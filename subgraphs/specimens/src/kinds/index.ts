import { biomarkerKind } from './biomarker/index.ts';
import { genomicTestKind } from './genomic-test/index.ts';
import { pathologyReportKind } from './pathology-report/index.ts';
import { specimenKind } from './specimen/index.ts';
import { variantKind } from './variant/index.ts';

/** The kinds of record whose rows are this subgraph's. */
export const kinds = {
  specimen: specimenKind,
  'pathology-report': pathologyReportKind,
  biomarker: biomarkerKind,
  variant: variantKind,
  'genomic-test': genomicTestKind,
};
