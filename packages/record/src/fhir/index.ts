export { isStoredApart, placeholderOf, TOO_LONG_PLACEHOLDER } from './attachment.ts';
export * from './codes.ts';
export { boundedKey, identifierKey, LONGEST_KEY } from './identifier.ts';
export { type Place, placeOf, type References } from './place.ts';
export { quantityOf } from './quantity.ts';
export type { Claims, FhirReader, Read } from './reader.ts';
export { isImagingReport, isPanel, readReport, wordsIn } from './report.ts';
export { digitsOf, parseKeepingDigits } from './sent-digits.ts';
export { verificationOf } from './verification.ts';
