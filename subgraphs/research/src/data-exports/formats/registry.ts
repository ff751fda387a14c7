import { cbioportal } from './cbioportal.ts';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import type { Format } from './format.ts';
import { omop } from './omop.ts';
import { parquet } from './parquet.ts';
import { phenopackets } from './phenopackets.ts';

/** In which form rows leave. */
export type FormatId = 'CSV' | 'PARQUET' | 'FHIR' | 'PHENOPACKETS' | 'OMOP' | 'CBIOPORTAL';

export const FORMATS: Readonly<Record<FormatId, Format>> = {
  CSV: csv,
  PARQUET: parquet,
  FHIR: fhir,
  PHENOPACKETS: phenopackets,
  OMOP: omop,
  CBIOPORTAL: cbioportal,
};

export const FORMAT_IDS = Object.keys(FORMATS) as FormatId[];
