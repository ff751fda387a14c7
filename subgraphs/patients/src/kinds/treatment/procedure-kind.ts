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

/** National catalogues by the beginning of a code, the longest first: OPS (Germany), ICD-9-CM-3 with its Chinese extensions. */
const CATALOGUES: readonly {
  readonly system: RegExp;
  readonly beginnings: readonly (readonly [string, Kind])[];
}[] = [
  {
    // BfArM OPS 2024: 8-54 cytostatic chemotherapy and immunotherapy, 8-52 and 8-53 radiotherapy, 5 operations.
    system: /\/ops$|1\.2\.276\.0\.76\.5\.\d+$/i,
    beginnings: [
      ['8-54', 'SYSTEMIC'],
      ['8-52', 'RADIOTHERAPY'],
      ['8-53', 'RADIOTHERAPY'],
      ['8-836.k', 'SYSTEMIC'],
      ['1-', 'OTHER'],
      ['3-', 'OTHER'],
      ['5-', 'SURGERY'],
    ],
  },
  {
    // ICD-9-CM volume 3: 99.25 injection of a cancer drug, 99.28 of a biological response modifier, 00.10 implanted
    // chemotherapy, 92.2 and 92.3 radiotherapy and radiosurgery; endoscopic excision counts as surgery (SEER manual).
    system: /icd-?9|2\.16\.840\.1\.113883\.6\.104$/i,
    beginnings: [
      ['99.25', 'SYSTEMIC'],
      ['99.28', 'SYSTEMIC'],
      ['00.10', 'SYSTEMIC'],
      ['92.2', 'RADIOTHERAPY'],
      ['92.3', 'RADIOTHERAPY'],
      ['42.33', 'SURGERY'],
      ['43.41', 'SURGERY'],
      ['45.30', 'SURGERY'],
      ['45.42', 'SURGERY'],
      ['45.43', 'SURGERY'],
    ],
  },
];

const byCatalogue = (procedure: Procedure): Kind | null => {
  for (const { code, system = '' } of codings(procedure.code)) {
    const catalogue = CATALOGUES.find((c) => c.system.test(system));
    const found = catalogue?.beginnings.find(([beginning]) => code.startsWith(beginning));
    if (found !== undefined) return found[1];
  }
  return null;
};

const RADIOTHERAPY =
  /radiotherap|radiation therap|chemoradi|brachytherap|radiosurg|proton therap|放疗|放射治疗|放化疗|近距离治疗|粒子植入/i;
/** Chemoembolisation and infusion into an artery or a cavity count as chemotherapy (SEER Program Coding Manual). */
const SYSTEMIC =
  /chemotherap|chemoinfusion|chemo-?emboli[sz]ation|antineoplastic|immunotherap|targeted therap|\b(?:TACE|HAIC|HIPEC)\b|化疗|化学治疗|化学疗法|化疗栓塞|靶向治疗|免疫治疗|内分泌治疗|抗肿瘤药|(?:动脉|膀胱|腹腔|胸腔)(?:插管)?灌注/i;
/** A course named by the operation it comes before or after is no operation. */
const AROUND_SURGERY = /术后|术前|辅助|adjuvant|post-?operative|pre-?operative/i;
const SURGERY =
  /ectomy|resection|excision|amputation|\bsurg(?:ery|ical)\b|anastomosis|colostomy|ileostomy|transplant|dissection of lymph|submucosal dissection|ablation|\b(?:ESD|EMR)\b|切除|手术|根治术|造口|剥离术|消融|冷冻治疗/i;
const NOT_SURGERY =
  /biopsy|aspiration|imaging|documentation|history of|catheter ablation|活检|穿刺|导管消融/i;

const byWords = (words: string): Kind => {
  if (RADIOTHERAPY.test(words)) return 'RADIOTHERAPY';
  const surgery = SURGERY.test(words) && !NOT_SURGERY.test(words);
  if (SYSTEMIC.test(words) && !(surgery && !AROUND_SURGERY.test(words))) return 'SYSTEMIC';
  return surgery ? 'SURGERY' : 'OTHER';
};

/** What kind of treatment a procedure is: by its code, its category, else by how it reads. */
export const procedureKind = (procedure: Procedure): Kind => {
  for (const { code, system } of codings(procedure.code)) {
    const term = system === SNOMED ? procedureTerm(code) : null;
    if (term !== null) return OF_TERM[term.kind];
  }
  const listed = byCatalogue(procedure);
  if (listed !== null) return listed;
  for (const { code, system } of codings(procedure.category)) {
    const kind = system === SNOMED ? OF_CATEGORY[code] : undefined;
    if (kind !== undefined) return kind;
  }
  const displays = codings(procedure.code).map((c) => c.display);
  return byWords(
    [...displays, coded(procedure.code)?.display, procedure.code?.text].filter(Boolean).join(' '),
  );
};
