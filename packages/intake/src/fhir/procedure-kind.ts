import type { Procedure } from '@medplum/fhirtypes';
import type { TreatmentRecord } from '../canonical/records.ts';
import { coded, codings, SNOMED } from './codes.ts';

/** Categories of procedure (SNOMED CT): surgical, radiation oncology. */
const BY_CATEGORY: Readonly<Record<string, TreatmentRecord['what']>> = {
  '387713003': 'SURGERY',
  '108290001': 'RADIOTHERAPY',
};

const RADIOTHERAPY =
  /radiotherap|radiation therap|brachytherap|radiosurg|proton therap|放疗|放射治疗/i;
const SURGERY =
  /ectomy|resection|excision|amputation|\bsurg(?:ery|ical)\b|anastomosis|colostomy|ileostomy|transplant|lobectom|dissection of lymph|切除|手术|根治术|造口/i;
const NOT_SURGERY = /biopsy|aspiration|imaging|documentation|history of|活检/i;

/** What kind of treatment a procedure is: by its category, its code, else by how its code reads. */
export const procedureKind = (procedure: Procedure): TreatmentRecord['what'] => {
  for (const { code, system } of codings(procedure.category)) {
    const kind = system === SNOMED && code !== undefined ? BY_CATEGORY[code] : undefined;
    if (kind !== undefined) return kind;
  }
  const words = [coded(procedure.code)?.display, procedure.code?.text].filter(Boolean).join(' ');
  if (RADIOTHERAPY.test(words)) return 'RADIOTHERAPY';
  return SURGERY.test(words) && !NOT_SURGERY.test(words) ? 'SURGERY' : 'OTHER';
};
