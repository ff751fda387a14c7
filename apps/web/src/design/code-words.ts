/** How codes that records carry as plain strings read; a code not listed is shown as sent. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';

type Dictionary = Record<string, MessageDescriptor>;

/** FHIR event, request, report and plan statuses. */
const status: Dictionary = {
  preparation: msg`In preparation`,
  planned: msg`Planned`,
  draft: msg`Draft`,
  active: msg`Active`,
  'in-progress': msg`In progress`,
  'not-started': msg`Not started`,
  scheduled: msg`Scheduled`,
  'not-done': msg`Not done`,
  'on-hold': msg`On hold`,
  suspended: msg`On hold`,
  stopped: msg`Stopped`,
  completed: msg`Completed`,
  ended: msg`Ended`,
  revoked: msg`Revoked`,
  cancelled: msg`Cancelled`,
  'entered-in-error': msg`Entered in error`,
  unknown: msg`Unknown`,
  registered: msg`Registered`,
  partial: msg`Partial`,
  preliminary: msg`Preliminary`,
  final: msg`Final`,
  amended: msg`Amended`,
  corrected: msg`Corrected`,
  appended: msg`Appended`,
  available: msg`Available`,
  unavailable: msg`Unavailable`,
  unsatisfactory: msg`Unsatisfactory`,
  proposed: msg`Proposed`,
  pending: msg`Pending`,
  booked: msg`Booked`,
  arrived: msg`Arrived`,
  'checked-in': msg`Arrived`,
  fulfilled: msg`Took place`,
  noshow: msg`Did not come`,
  waitlist: msg`Waiting list`,
  finished: msg`Finished`,
};

/** FHIR condition clinical statuses. */
const condition: Dictionary = {
  active: msg({ message: 'Active', context: 'disease' }),
  recurrence: msg`Recurrence`,
  relapse: msg`Relapse`,
  inactive: msg`Inactive`,
  remission: msg`Remission`,
  resolved: msg`Resolved`,
};

/** What became of a submission. */
const submission: Dictionary = {
  received: msg`Received`,
  accepted: msg`Accepted`,
  partial: msg`Accepted in part`,
  refused: msg`Refused`,
};

/** HL7 v3 ActCode, encounters. */
const encounter: Dictionary = {
  AMB: msg`Outpatient`,
  IMP: msg`Inpatient`,
  ACUTE: msg`Inpatient, acute`,
  NONAC: msg`Inpatient, non-acute`,
  EMER: msg`Emergency`,
  SS: msg`Short stay`,
  OBSENC: msg`Observation`,
  HH: msg`Home health`,
  VR: msg`Remote`,
  FLD: msg`Field`,
  PRENC: msg`Pre-admission`,
};

/** Kinds of laboratory test. */
const laboratory: Dictionary = {
  'tumour-marker': msg`Tumour markers`,
  haematology: msg`Haematology`,
  chemistry: msg`Chemistry`,
  liver: msg`Liver function`,
  endocrine: msg`Endocrine`,
  stool: msg`Stool`,
  laboratory: msg`Other tests`,
  coagulation: msg`Coagulation`,
  urinalysis: msg`Urinalysis`,
  hormone: msg`Hormones`,
  immunology: msg`Immunology`,
  microbiology: msg`Microbiology`,
  'blood-gas': msg`Blood gases`,
  'vital-sign': msg`Vital signs`,
  other: msg`Other tests`,
};

/** What a molecular or immunohistochemical test found. */
const finding: Dictionary = {
  positive: msg`Positive`,
  negative: msg`Negative`,
  equivocal: msg`Equivocal`,
};

/** What of a tumour is staged; T, N, M and systems that go by a name are written as they are. */
const axis: Dictionary = {
  group: msg`Stage group`,
  'Mitotic rate': msg`Mitotic rate`,
  Siewert: msg`Siewert type`,
  'B category': msg`Blood involvement (B)`,
};

/** How a stage was assessed (UICC TNM prefixes). */
const classification: Dictionary = {
  c: msg`Clinical (c)`,
  p: msg`Pathological (p)`,
  y: msg`After treatment (y)`,
  yc: msg`Clinical after treatment (yc)`,
  yp: msg`Pathological after treatment (yp)`,
  r: msg`Recurrence (r)`,
  a: msg`Autopsy (a)`,
};

/** How a submission came. */
const channel: Dictionary = {
  fhir: msg`FHIR`,
  load: msg`File load`,
  hl7v2: msg`HL7 v2`,
  mllp: msg`HL7 v2 (MLLP)`,
  csv: msg`CSV file`,
  entered: msg`Entered on a page`,
  nation: msg`Demonstration`,
};

/** What a job does. */
const job: Dictionary = {
  'release-build': msg`Build of a release`,
  recompute: msg`Recomputation by the clinical rules`,
  'link-articles': msg`Articles linked to cancer sites`,
  'fhir-export': msg`Bulk export as FHIR`,
  'data-export': msg`Export of a project`,
  'deliver-messages': msg`Sending letters and text messages`,
  webhooks: msg`Webhooks told`,
  'check-stages': msg`Check of stages as sent`,
  survey: msg`Surveillance for recurrence`,
  'renew-tasks': msg`Renewal of worklists`,
  'judge-indicators': msg`Judge quality indicators`,
  'read-again': msg`Records read again by mapped codes`,
  'take-files': msg`Files of rows taken in`,
  'apply-edits': msg`Edits applied to what is stored`,
  'renew-identity-hashes': msg`Renewal of the search keys of persons`,
  'match-persons': msg`Matching of persons`,
};

/** How far a job is. */
const jobState: Dictionary = {
  REQUESTED: msg`Waiting`,
  RUNNING: msg`Running`,
  DONE: msg`Done`,
  FAILED: msg`Failed`,
  CANCELLED: msg`Cancelled`,
};

/** Of files of rows that were sent. */
const fileImport: Dictionary = {
  WAITING: msg`Waiting`,
  RUNNING: msg`Being taken in`,
  DONE: msg`Taken in`,
  FAILED: msg`Failed`,
  CANCELLED: msg`Stopped`,
};

const dictionaries = {
  status,
  condition,
  submission,
  encounter,
  laboratory,
  finding,
  axis,
  classification,
  channel,
  job,
  jobState,
  fileImport,
} as const;

/** Reads a code in the language of the page: as sent where it is not known, a dash where missing. */
export function useCodeWords(): (
  dictionary: keyof typeof dictionaries,
  code: string | null | undefined,
) => string {
  const { i18n } = useLingui();
  return (dictionary, code) => {
    if (!code) return '—';
    const words = (dictionaries[dictionary] as Dictionary)[code];
    return words ? i18n._(words) : code;
  };
}
