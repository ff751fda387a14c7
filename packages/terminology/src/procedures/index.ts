import type { Label } from '../label.ts';
import { own } from '../lookup/own.ts';
import { once, rows } from '../rows.ts';
import { PROCEDURE_ROWS } from './procedure-rows.ts';

export const PROCEDURE_KINDS = {
  surgery: { en: 'Surgery', zh: '手术' },
  'other-surgery': { en: 'Other surgery', zh: '其他手术' },
  biopsy: { en: 'Biopsy', zh: '活检' },
  radiotherapy: { en: 'Radiotherapy', zh: '放射治疗' },
  'radiotherapy-modality': { en: 'Radiotherapy modality', zh: '放疗方式' },
  'radiotherapy-technique': { en: 'Radiotherapy technique', zh: '放疗技术' },
  chemotherapy: { en: 'Chemotherapy', zh: '化疗' },
  chemoradiotherapy: { en: 'Chemoradiotherapy', zh: '放化疗' },
  imaging: { en: 'Imaging', zh: '影像检查' },
  examination: { en: 'Endoscopy and examination', zh: '内镜及体格检查' },
  laboratory: { en: 'Laboratory procedure', zh: '实验室检查' },
} as const satisfies Record<string, Label>;

export type ProcedureKind = keyof typeof PROCEDURE_KINDS;

export type ProcedureTerm = {
  readonly code: string;
  readonly kind: ProcedureKind;
  /** Topography the procedure is done at, where its meaning says one. */
  readonly topography: string | null;
  readonly label: Label;
};

const KINDS: Readonly<Record<string, ProcedureKind>> = {
  s: 'surgery',
  o: 'other-surgery',
  b: 'biopsy',
  r: 'radiotherapy',
  m: 'radiotherapy-modality',
  t: 'radiotherapy-technique',
  c: 'chemotherapy',
  x: 'chemoradiotherapy',
  i: 'imaging',
  e: 'examination',
  l: 'laboratory',
};

const table = once(() => {
  const all = new Map<string, ProcedureTerm>();
  for (const [code = '', kind = '', topography = '', en = '', zh = ''] of rows(PROCEDURE_ROWS)) {
    const known = KINDS[kind];
    if (known)
      all.set(code, { code, kind: known, topography: topography || null, label: { en, zh } });
  }
  return all as ReadonlyMap<string, ProcedureTerm>;
});

/** Every procedure of the subset. */
export function procedures(): readonly ProcedureTerm[] {
  return [...table().values()];
}

/** What a SNOMED CT procedure code means for cancer care; null when not of the subset. */
export function procedure(code: string): ProcedureTerm | null {
  return table().get(code) ?? null;
}

export type Intent =
  | 'curative'
  | 'palliative'
  | 'supportive'
  | 'diagnostic'
  | 'preventive'
  | 'guidance'
  | 'screening'
  | 'forensic';

export const INTENTS: Readonly<Record<Intent, Label>> = {
  curative: { en: 'Curative', zh: '根治性' },
  palliative: { en: 'Palliative', zh: '姑息性' },
  supportive: { en: 'Supportive', zh: '支持性' },
  diagnostic: { en: 'Diagnostic', zh: '诊断性' },
  preventive: { en: 'Preventive', zh: '预防性' },
  guidance: { en: 'Guidance', zh: '引导' },
  screening: { en: 'Screening', zh: '筛查' },
  forensic: { en: 'Forensic', zh: '法医' },
};

/** Source: mCODE STU4, ProcedureIntentVS (SNOMED CT). */
const INTENT_CODES: Readonly<Record<string, Intent>> = {
  '373808002': 'curative',
  '363676003': 'palliative',
  '399707004': 'supportive',
  '261004008': 'diagnostic',
  '129428001': 'preventive',
  '429892002': 'guidance',
  '360156006': 'screening',
  '447295008': 'forensic',
};

export function intentOfSnomed(code: string): Intent | null {
  return own(INTENT_CODES, code);
}

export type TerminationReason =
  | 'completed'
  | 'no-response'
  | 'not-tolerated'
  | 'financial'
  | 'refused'
  | 'moved-away'
  | 'not-available'
  | 'lost-to-follow-up'
  | 'death'
  | 'noncompliance'
  | 'trial-completed'
  | 'pregnancy';

export const TERMINATION_REASONS: Readonly<Record<TerminationReason, Label>> = {
  completed: { en: 'Completed as planned', zh: '按计划完成' },
  'no-response': { en: 'No response to treatment', zh: '治疗无效' },
  'not-tolerated': { en: 'Treatment not tolerated', zh: '不能耐受' },
  financial: { en: 'Financial problem', zh: '经济原因' },
  refused: { en: 'Refused by patient', zh: '患者拒绝' },
  'moved-away': { en: 'Patient has moved away', zh: '患者迁离' },
  'not-available': { en: 'Treatment not available', zh: '无药可用' },
  'lost-to-follow-up': { en: 'Lost to follow-up', zh: '失访' },
  death: { en: 'Death', zh: '死亡' },
  noncompliance: { en: 'Noncompliance', zh: '依从性差' },
  'trial-completed': { en: 'Clinical trial completed', zh: '临床试验结束' },
  pregnancy: { en: 'Pregnancy', zh: '妊娠' },
};

/** Source: mCODE STU4, TreatmentTerminationReasonVS (SNOMED CT). */
const TERMINATION_CODES: Readonly<Record<string, TerminationReason>> = {
  '266721009': 'no-response',
  '407563006': 'not-tolerated',
  '160932005': 'financial',
  '105480006': 'refused',
  '184081006': 'moved-away',
  '309846006': 'not-available',
  '399307001': 'lost-to-follow-up',
  '419620001': 'death',
  '7058009': 'noncompliance',
  '443729008': 'trial-completed',
  '77386006': 'pregnancy',
};

export function terminationReasonOfSnomed(code: string): TerminationReason | null {
  return own(TERMINATION_CODES, code);
}
