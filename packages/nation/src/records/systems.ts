/** Code systems the nation's hospitals send. */
export const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';
export const ICD_9_CM = 'http://hl7.org/fhir/sid/icd-9-cm';
export const SNOMED = 'http://snomed.info/sct';
export const LOINC = 'http://loinc.org';
export const ATC = 'http://www.whocc.no/atc';
/** Stage groups and categories as the AJCC writes them. */
export const STAGING = 'http://cancerstaging.org';
export const SPECIMEN_TYPE = 'http://terminology.hl7.org/CodeSystem/v2-0487';
export const APPOINTMENT_REASON = 'http://terminology.hl7.org/CodeSystem/v2-0276';
/** China's resident identity card (GB 11643). */
export const IDENTITY_CARD = 'urn:oid:2.16.156.10011.1.3';
/** Root of the identifiers the nation's hospitals give; `.invalid` belongs to nobody (RFC 2606). */
export const hospitalSystem = (code: string): string =>
  `https://${code.toLowerCase()}.nation.invalid/record`;
