import { ALBI } from '../albi/rule.ts';
import { AMAP } from '../amap/rule.ts';
import { APCS } from '../apcs/rule.ts';
import { BCLC } from '../bclc/rule.ts';
import { BCRAT } from '../bcrat/rule.ts';
import { BED_EQD2 } from '../bed-eqd2/rule.ts';
import { CHILD_PUGH } from '../child-pugh/rule.ts';
import { CHINA_LUNG_2021 } from '../china-lung-2021/rule.ts';
import { CIVIC_EVIDENCE } from '../civic/rule.ts';
import { CNLC } from '../cnlc/rule.ts';
import { COLORECTAL_PROGRAMME } from '../colorectal-programme/rule.ts';
import { CPS_EG } from '../cps-eg/rule.ts';
import { CRITICAL_VALUE } from '../critical-value/rule.ts';
import { CTS5 } from '../cts5/rule.ts';
import { DOUBLING_TIME } from '../doubling-time/rule.ts';
import { FONG } from '../fong/rule.ts';
import { GASTRIC_SCREENING } from '../gastric-screening/rule.ts';
import { IMDC } from '../imdc/rule.ts';
import { IPI } from '../ipi/rule.ts';
import { KHORANA } from '../khorana/rule.ts';
import { LLPV2 } from '../llpv2/rule.ts';
import { LUGANO } from '../lugano/rule.ts';
import { MARKER_ALERT_RULES } from '../marker-alerts/alert-rules.ts';
import { EXPECTED_DECLINE, MARKER_SURVEILLANCE } from '../marker-course/rule.ts';
import { NCCN_IPI } from '../nccn-ipi/rule.ts';
import { NPI } from '../npi/rule.ts';
import { PAGE_B } from '../page-b/rule.ts';
import { PLCOM2012 } from '../plcom2012/rule.ts';
import { PREDICT_BREAST_2 } from '../predict/breast-v2-rule.ts';
import { PREDICT_BREAST_3 } from '../predict/breast-v3-rule.ts';
import { PREDICT_PROSTATE } from '../predict/prostate-rule.ts';
import { PRO_CTCAE_COMPOSITE } from '../pro-ctcae/rule.ts';
import { FIRST_FAILURE } from '../radiotherapy-response/first-failure-rule.ts';
import { IRRADIATED_LESION } from '../radiotherapy-response/irradiated-lesion-rule.ts';
import { REACH_B } from '../reach-b/rule.ts';
import { RECIST_BEST_RESPONSE } from '../recist/best-response-rule.ts';
import { IRECIST } from '../recist/irecist-rule.ts';
import { RECIST_RESPONSE } from '../recist/response-rule.ts';
import { SCREENING_COURSE } from '../screening/rule.ts';
import { STAGE_CHECK } from '../stage-check/rule.ts';
import { STAGE_GROUP } from '../stage-group/rule.ts';
import { SURVEILLANCE_DUE } from '../surveillance-schedule/rule.ts';
import { RECIST_TARGET_CHOICE } from '../target-choice/rule.ts';
import type { ClinicalRule } from './rule.ts';

export type ClinicalRuleId =
  | 'stage-group'
  | 'stage-check'
  | 'critical-value'
  | 'cnlc'
  | 'bclc'
  | 'lugano'
  | 'predict-breast-2'
  | 'predict-breast-3'
  | 'predict-prostate'
  | 'npi'
  | 'cts5'
  | 'cps-eg'
  | 'ipi'
  | 'nccn-ipi'
  | 'imdc'
  | 'khorana'
  | 'fong'
  | 'albi'
  | 'child-pugh'
  | 'amap'
  | 'reach-b'
  | 'page-b'
  | 'apcs'
  | 'colorectal-programme'
  | 'gastric-screening'
  | 'china-lung-2021'
  | 'plcom2012'
  | 'llpv2'
  | 'bcrat'
  | 'screening-course'
  | 'pro-ctcae-composite'
  | 'recist-target-choice'
  | 'recist-response'
  | 'recist-best-response'
  | 'irecist'
  | 'bed-eqd2'
  | 'irradiated-lesion'
  | 'first-failure'
  | 'doubling-time'
  | keyof typeof MARKER_ALERT_RULES
  | 'marker-surveillance'
  | 'expected-decline'
  | 'surveillance-due'
  | 'civic-evidence';

/** Every rule that a clinical board may try and switch on, once: the compiler asks for each id. */
export const CLINICAL_RULES: Readonly<Record<ClinicalRuleId, ClinicalRule>> = {
  'stage-group': STAGE_GROUP,
  'stage-check': STAGE_CHECK,
  cnlc: CNLC,
  bclc: BCLC,
  lugano: LUGANO,
  'predict-breast-2': PREDICT_BREAST_2,
  'predict-breast-3': PREDICT_BREAST_3,
  'predict-prostate': PREDICT_PROSTATE,
  npi: NPI,
  cts5: CTS5,
  'cps-eg': CPS_EG,
  ipi: IPI,
  'nccn-ipi': NCCN_IPI,
  imdc: IMDC,
  khorana: KHORANA,
  fong: FONG,
  albi: ALBI,
  'child-pugh': CHILD_PUGH,
  amap: AMAP,
  'reach-b': REACH_B,
  'page-b': PAGE_B,
  apcs: APCS,
  'colorectal-programme': COLORECTAL_PROGRAMME,
  'gastric-screening': GASTRIC_SCREENING,
  'china-lung-2021': CHINA_LUNG_2021,
  plcom2012: PLCOM2012,
  llpv2: LLPV2,
  bcrat: BCRAT,
  'screening-course': SCREENING_COURSE,
  'critical-value': CRITICAL_VALUE,
  'pro-ctcae-composite': PRO_CTCAE_COMPOSITE,
  'recist-target-choice': RECIST_TARGET_CHOICE,
  'recist-response': RECIST_RESPONSE,
  'recist-best-response': RECIST_BEST_RESPONSE,
  irecist: IRECIST,
  'bed-eqd2': BED_EQD2,
  'irradiated-lesion': IRRADIATED_LESION,
  'first-failure': FIRST_FAILURE,
  'doubling-time': DOUBLING_TIME,
  ...MARKER_ALERT_RULES,
  'marker-surveillance': MARKER_SURVEILLANCE,
  'expected-decline': EXPECTED_DECLINE,
  'surveillance-due': SURVEILLANCE_DUE,
  'civic-evidence': CIVIC_EVIDENCE,
};

/** The rule of an id; null where there is none. */
export const clinicalRuleOf = (id: string): ClinicalRule | null =>
  Object.hasOwn(CLINICAL_RULES, id) ? CLINICAL_RULES[id as ClinicalRuleId] : null;
