import {
  type CsvRequest,
  csvPart,
  type FhirRequest,
  type Format,
  fhir,
  type Hl7v2Request,
  hl7v2,
  type Intake,
} from '@nodp/intake';

/** Reads a submission that was retained, by the way it came in and what was said beside it. */
export const formatOf = (intake: Intake, channel: string, request: object): Format => {
  switch (channel) {
    case 'hl7v2':
    case 'mllp':
      return hl7v2(intake, request as Hl7v2Request);
    case 'csv':
      return csvPart(intake.fhir, intake.csv, request as CsvRequest);
    default:
      return fhir(intake, request as FhirRequest);
  }
};
