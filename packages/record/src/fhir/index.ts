export { isStoredApart, placeholderOf, TOO_LONG_PLACEHOLDER } from './attachment.ts';
export * from './codes.ts';
export {
  amountOf,
  codeable,
  conceptIn,
  dateIn,
  instantOf,
  mcodeExtension,
  mcodeProfile,
  said,
} from './elements.ts';
export { type Flagged, flaggedIn } from './flagged.ts';
export { boundedKey, identifierKey, LONGEST_KEY } from './identifier.ts';
export { idOf } from './ids.ts';
export { amountIn, isAmount, rangeIn } from './numbers.ts';
export { type Place, placeOf, type References } from './place.ts';
export { quantityOf } from './quantity.ts';
export type { Claims, FhirReader, Read } from './reader.ts';
export { isImagingReport, isPanel, readReport, wordsIn } from './report.ts';
export { reportOf } from './report-writer.ts';
export { digitsOf, parseKeepingDigits } from './sent-digits.ts';
export { ICD_10, systemNamed, UCUM } from './systems.ts';
export { verificationOf } from './verification.ts';
export {
  type FhirWriter,
  fhirWriter,
  type SearchedBy,
  type SearchNames,
  type Written,
  type WrittenReference,
  type WrittenResource,
} from './writer.ts';
