/** Why an instance was not taken: Failure Reason of STOW-RS (PS3.18 table I.2-2), Status of C-STORE (PS3.4 B.2.3, PS3.7 annex C). */
export const FAILURES = {
  'too-large': 0xa700,
  conflict: 0x0111,
  'other-patient': 0xa900,
  'other-study': 0xa900,
  'missing-uid': 0x0117,
  'not-dicom': 0xc000,
  truncated: 0xc000,
  malformed: 0xc000,
  'too-deep': 0xc000,
} as const;
