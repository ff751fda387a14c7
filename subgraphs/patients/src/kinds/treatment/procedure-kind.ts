import type { Procedure } from '@medplum/fhirtypes';
import { coded, codings, SNOMED } from '@nodp/record/fhir';
import { type ProcedureKind, procedure as procedureTerm } from '@nodp/terminology/procedures';
import type { TreatmentRecord } from './record.ts';

type Kind = TreatmentRecord['what'];

const OF_TERM: Readonly<Record<ProcedureKind, Kind>> = {
  surgery: 'SURGERY',
  'other-surgery': 'SURGERY',
  biopsy: 'OTHER',
  radiotherapy: 'RADIOTHERAPY',
  'radiotherapy-modality': 'RADIOTHERAPY',
  'radiotherapy-technique': 'RADIOTHERAPY',
  chemotherapy: 'SYSTEMIC',
  // Its drugs come as medications of their own.
  chemoradiotherapy: 'RADIOTHERAPY',
  imaging: 'OTHER',
  examination: 'OTHER',
  laboratory: 'OTHER',
};

/** Categories of procedure (SNOMED CT): surgical, radiation oncology. */
const OF_CATEGORY: Readonly<Record<string, Kind>> = {
  '387713003': 'SURGERY',
  '108290001': 'RADIOTHERAPY',
};

const RADIOTHERAPY =
  /radiotherap|radiation therap|brachytherap|radiosurg|proton therap|放疗|放射治疗/i;
const SURGERY =
  /ectomy|resection|excision|amputation|\bsurg(?:ery|ical)\b|anastomosis|colostomy|ileostomy|transplant|dissection of lymph|切除|手术|根治术|造口/i;
const NOT_SURGERY = /biopsy|aspiration|imaging|documentation|history of|活检/i;

/** What kind of treatment a procedure is: by its code, its category, else by how it reads. */
export const procedureKind = (procedure: Procedure): Kind => {
  for (const { code, system } of codings(procedure.code)) {
    const term = system === SNOMED && code !== undefined ? procedureTerm(code) : null;
    if (term !== null) return OF_TERM[term.kind];
  }
  for (const { code, system } of codings(procedure.category)) {
    const kind = system === SNOMED && code !== undefined ? OF_CATEGORY[code] : undefined;
    if (kind !== undefined) return kind;
  }
  const words = [coded(procedure.code)?.display, procedure.code?.text].filter(Boolean).join(' ');
  if (RADIOTHERAPY.test(words)) return 'RADIOTHERAPY';
  return SURGERY.test(words) && !NOT_SURGERY.test(words) ? 'SURGERY' : 'OTHER';
};
