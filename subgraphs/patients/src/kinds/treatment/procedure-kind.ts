import type { Procedure } from '@medplum/fhirtypes';
import { coded, codings, SNOMED } from '@nodp/record/fhir';
import { drugOfName } from '@nodp/terminology/drugs';
import { own } from '@nodp/terminology/own';
import { type ProcedureKind, procedure as procedureTerm } from '@nodp/terminology/procedures';
import { kindInCatalogue } from './procedure-catalogues.ts';
import type { TreatmentRecord } from './record.ts';
import { isRegimen } from './regimen.ts';

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

const byCatalogue = (procedure: Procedure): Kind | null => {
  for (const { code, system = '' } of codings(procedure.code)) {
    const found = kindInCatalogue(system, code);
    if (found !== null) return found;
  }
  return null;
};

const RADIOTHERAPY =
  /radiotherap|radiation therap|chemoradi|brachytherap|radiosurg|proton therap|(?:gamma|cyber)\s?knife|stereotactic body|\b(?:SBRT|SABR|IMRT|VMAT)\b|放疗|放射治疗|放化疗|放射外科|近距离治疗|粒子植入|伽[玛马]刀|射波刀|质子治疗|重离子治疗|外照射/i;
/** Given into the body, radioisotopes are radiation too (SEER Program Coding Manual); pictures made with them are none. */
const RADIOISOTOPE =
  /(?:碘[-－]?\s?131|131[-－]?\s?[I碘]|放射性碘|核素|锶[-－]?89|镭[-－]?223|镥[-－]?177|钇[-－]?90|radio-?iod|radioactive iod|I-?131|iodine-?131|radium-?223|lutetium|yttrium-?90|radioembolization)/i;
const GIVEN =
  /治疗|清甲|清灶|消融|内照射|放射栓塞|therap|ablation|treatment|administration|emboli[sz]ation/i;
/** Chemoembolisation and infusion into an artery or a cavity count as chemotherapy (SEER Program Coding Manual). */
const SYSTEMIC =
  /chemotherap|\bchemo\b|cyto(?:toxic|static) |chemoinfusion|chemo-?emboli[sz]ation|antineoplastic|immunotherap|targeted therap|\b(?:TACE|HAIC|HIPEC)\b|化疗|化学治疗|化学疗法|化疗栓塞|靶向治疗|免疫治疗|内分泌治疗|生物治疗|细胞免疫|CIK细胞|\bCIK\b|(?<!replacement )\b(?:hormon(?:e|al)|endocrine|biological) therapy|BCG (?:instillation|intravesical)|intravesical BCG|抗肿瘤药|化学药物|CAR-?T细胞|CAR-?T cell|(?:动脉|膀胱|腹腔|胸腔)(?:插管)?灌注/i;
/** A course named by the operation it comes before or after is no operation. */
const AROUND_SURGERY = /术后|术前|辅助|adjuvant|post-?operative|pre-?operative/i;
const SURGERY =
  /ectomy|resection|excision|amputation|\bsurg(?:ery|ical)\b|anastomosis|colostomy|ileostomy|transplant|dissection of lymph|submucosal dissection|ablation|\b(?:ESD|EMR)\b|切除|全切|锥切|摘除|清扫|手术|根治术|造口|剥离术|消融|冷冻治疗|聚焦超声|海扶|\bHIFU\b|coni[sz]ation|\bLEEP\b|\bWhipple\b/i;
const NOT_SURGERY =
  /biopsy|aspiration|imaging|documentation|history of|catheter ablation|(?:stem.cell|bone marrow) transplant|活检|穿刺|导管消融/i;

/** What is about a treatment and is none: refused, talked of, looked after. */
const NO_TREATMENT =
  /拒绝|放弃|护理|宣教|评估|咨询|维护|复查|复诊|随访|放疗(?:前|模拟)?定位|模拟定位|(?:放疗|化疗|治疗)计划|勾画|接种|vaccinat|radiotherapy planning|treatment planning|follow-?up visit|refus|declin|education|counsel|assessment/i;

/** A catheter or a port laid for drugs to come is none of them. */
const VENOUS_ACCESS =
  /\bPICC|\bCVC\b|输液港|静脉(?:导管)?置管|port-?a-?cath|\bport (?:placement|insertion|implant|flush|access)|pump (?:maintenance|refill)|refill|(?:central|venous) (?:venous )?(?:catheter|line|access|port)/i;

/** A drug for cancer that is named as infused or injected is that drug given. */
const INFUSED = /infus|inject|instillation|灌注|输注|滴注|注射/i;
const infuses = (words: string): boolean => {
  const drug = INFUSED.test(words) ? drugOfName(words) : null;
  return drug !== null && drug.modality !== 'supportive';
};

const byWords = (words: string): Kind => {
  if (NO_TREATMENT.test(words) || VENOUS_ACCESS.test(words)) return 'OTHER';
  if (RADIOTHERAPY.test(words) || (RADIOISOTOPE.test(words) && GIVEN.test(words)))
    return 'RADIOTHERAPY';
  const surgery = SURGERY.test(words) && !NOT_SURGERY.test(words);
  if (SYSTEMIC.test(words) && !(surgery && !AROUND_SURGERY.test(words))) return 'SYSTEMIC';
  if (surgery) return 'SURGERY';
  return isRegimen(words) || infuses(words) ? 'SYSTEMIC' : 'OTHER';
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
    const kind = system === SNOMED ? (own(OF_CATEGORY, code) ?? undefined) : undefined;
    if (kind !== undefined) return kind;
  }
  const displays = codings(procedure.code).map((c) => c.display);
  const said = [...displays, coded(procedure.code)?.display, procedure.code?.text];
  return byWords([...new Set(said)].filter(Boolean).join(' '));
};
