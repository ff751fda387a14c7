export {
  ANALYTE_CATEGORIES,
  type Analyte,
  type AnalyteCategory,
  analyte,
  analyteOfLoinc,
  analytes,
  type Interpretation,
  interpret,
  type Range,
} from './analytes.ts';
export { isLoincCode } from './loinc-code.ts';
export {
  type ObservationKind,
  type ObservationTerm,
  observationOfLoinc,
  observationTerms,
} from './observations.ts';
