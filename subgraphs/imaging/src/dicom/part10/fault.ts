/** Why a file is not taken in as a DICOM instance. */
export type Fault =
  | 'not-dicom'
  | 'truncated'
  | 'malformed'
  | 'too-deep'
  | 'missing-uid'
  | 'other-study'
  | 'conflict'
  | 'other-patient'
  | 'too-large';

/** A file that is not what it has to be; the message says where. */
export class DicomFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, message: string) {
    super(message);
    this.fault = fault;
  }
}
