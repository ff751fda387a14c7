import type { Label } from '@nodp/terminology';
import type { Stretch } from './due-dates.ts';

/** What an examination is known by among the records: markers by LOINC, imaging by modality, visits. */
export type MetBy =
  | { readonly kind: 'laboratory'; readonly loinc: readonly string[] }
  | { readonly kind: 'imaging'; readonly modalities: readonly string[] }
  | { readonly kind: 'visit' }
  | { readonly kind: 'procedure'; readonly words: RegExp };

export interface Examination {
  readonly what: Label;
  readonly stretches: readonly Stretch[];
  readonly metBy: MetBy;
}

export interface Schedule {
  readonly id: string;
  readonly title: Label;
  readonly examinations: readonly Examination[];
}

/** All rows: as practice of ASCO, NCCN, ESMO and CSCO is known, not checked against the texts: draft until the board confirms. */
export const SCHEDULES_MARK = 'draft' as const;
export const SCHEDULES_SOURCE: Label = {
  en: 'Practice of ASCO, NCCN, ESMO and CSCO as known in November 2026; not checked against the current texts',
  zh: '按2026年11月所知的ASCO、NCCN、ESMO和CSCO惯例；未与现行原文核对',
};

const l = (en: string, zh: string): Label => ({ en, zh });
const every = (everyMonths: number, until: number | null, after = 0): Stretch => ({
  after,
  until,
  everyMonths,
});
const at = (month: number): Stretch => ({ after: 0, until: month, everyMonths: month });
const laboratory = (...loinc: readonly string[]): MetBy => ({ kind: 'laboratory', loinc });
const imaging = (...modalities: readonly string[]): MetBy => ({ kind: 'imaging', modalities });
const visit: MetBy = { kind: 'visit' };
const procedure = (words: RegExp): MetBy => ({ kind: 'procedure', words });

const exam = (what: Label, metBy: MetBy, ...stretches: readonly Stretch[]): Examination => ({
  what,
  metBy,
  stretches,
});
const schedule = (id: string, title: Label, ...examinations: readonly Examination[]): Schedule => ({
  id,
  title,
  examinations,
});

const VISIT = l('visit', '就诊');
const CEA = l('CEA', '癌胚抗原');
const CT = imaging('CT', 'PT', 'MR');
const VISIT_3_6_12: readonly Stretch[] = [every(3, 24), every(6, 60, 24), every(12, null, 60)];
const ENDOSCOPY = procedure(/scop|内镜|肠镜|胃镜|膀胱镜|喉镜|45\.2|45\.13|44\.13|57\.3/i);

/** Where an interval is a span (3 to 6 months), the shorter. */
export const SCHEDULES: Readonly<Record<string, Schedule>> = {
  'colorectum-2-3': schedule(
    'colorectum-2-3',
    l('Colorectum II–III, resected', '结直肠癌II–III期术后'),
    exam(CEA, laboratory('2039-6'), every(3, 36), every(6, 60, 36)),
    exam(l('CT chest, abdomen, pelvis', '胸腹盆CT'), CT, every(12, 60)),
    exam(l('colonoscopy', '结肠镜'), ENDOSCOPY, at(12), at(36), at(60)),
  ),
  'colorectum-1': schedule(
    'colorectum-1',
    l('Colorectum I, resected', '结直肠癌I期术后'),
    exam(l('history and CEA', '病史及癌胚抗原'), laboratory('2039-6'), every(6, 60)),
  ),
  'lung-1-2': schedule(
    'lung-1-2',
    l('Lung NSCLC I–II, resected', '非小细胞肺癌I–II期术后'),
    exam(l('chest CT and visit', '胸部CT及就诊'), CT, every(6, 24), every(12, null, 24)),
  ),
  'lung-3': schedule(
    'lung-3',
    l('Lung NSCLC III, treated', '非小细胞肺癌III期治疗后'),
    exam(l('chest CT and visit', '胸部CT及就诊'), CT, every(6, 60), every(12, null, 60)),
  ),
  breast: schedule(
    'breast',
    l('Breast, treated', '乳腺癌治疗后'),
    exam(VISIT, visit, every(3, 36), every(6, 60, 36), every(12, null, 60)),
    exam(l('mammography', '乳腺X线摄影'), imaging('MG', 'MR'), every(12, null)),
  ),
  liver: schedule(
    'liver',
    l('Liver HCC, resected or ablated', '肝细胞癌切除或消融后'),
    exam(l('CT or MRI', 'CT或MRI'), imaging('CT', 'MR'), every(3, 24), every(6, null, 24)),
    exam(
      l('AFP (PIVKA-II)', '甲胎蛋白（异常凝血酶原）'),
      laboratory('1834-1', '34444-0'),
      every(3, 24),
      every(6, null, 24),
    ),
  ),
  'stomach-2-3': schedule(
    'stomach-2-3',
    l('Stomach II–III, resected', '胃癌II–III期术后'),
    exam(
      l('visit, CEA, CA19-9', '就诊、CEA、CA19-9'),
      laboratory('2039-6', '24108-3'),
      ...VISIT_3_6_12,
    ),
    exam(l('CT', 'CT'), CT, every(6, 60)),
    exam(l('endoscopy', '胃镜'), ENDOSCOPY, every(12, null)),
  ),
  'stomach-1': schedule(
    'stomach-1',
    l('Stomach I, resected', '胃癌I期术后'),
    exam(l('endoscopy', '胃镜'), ENDOSCOPY, every(12, null)),
  ),
  oesophagus: schedule(
    'oesophagus',
    l('Oesophagus, resected', '食管癌术后'),
    exam(l('visit, CT', '就诊、CT'), CT, ...VISIT_3_6_12),
  ),
  nasopharynx: schedule(
    'nasopharynx',
    l('Nasopharynx', '鼻咽癌'),
    exam(l('nasopharyngoscopy, MRI', '鼻咽镜、MRI'), imaging('MR', 'CT'), ...VISIT_3_6_12),
    exam(l('EBV DNA', 'EB病毒DNA'), laboratory('43730-1'), ...VISIT_3_6_12),
  ),
  prostate: schedule(
    'prostate',
    l('Prostate, after local treatment', '前列腺癌局部治疗后'),
    exam(
      l('PSA', '前列腺特异性抗原'),
      laboratory('2857-1'),
      every(3, 12),
      every(6, 60, 12),
      every(12, null, 60),
    ),
  ),
  ovary: schedule(
    'ovary',
    l('Ovary, in remission', '卵巢癌缓解期'),
    exam(
      l('visit, CA125 if raised before', '就诊、CA125（既往升高者）'),
      laboratory('10334-1', '83082-8'),
      every(2, 24),
      every(3, 60, 24),
      every(12, null, 60),
    ),
  ),
  cervix: schedule(
    'cervix',
    l('Cervix', '宫颈癌'),
    exam(
      l('visit, examination', '就诊、体检'),
      visit,
      every(3, 24),
      every(6, 60, 24),
      every(12, null, 60),
    ),
  ),
  thyroid: schedule(
    'thyroid',
    l('Thyroid, differentiated', '分化型甲状腺癌'),
    exam(l('Tg, anti-Tg, TSH', '甲状腺球蛋白、抗体、TSH'), laboratory('3013-0'), every(6, null)),
    exam(l('neck ultrasound', '颈部超声'), imaging('US'), every(6, null)),
  ),
  bladder: schedule(
    'bladder',
    l('Bladder, non-muscle-invasive, high risk', '非肌层浸润性膀胱癌，高危'),
    exam(l('cystoscopy and cytology', '膀胱镜及细胞学'), ENDOSCOPY, ...VISIT_3_6_12),
  ),
  kidney: schedule(
    'kidney',
    l('Kidney I–III, resected', '肾癌I–III期术后'),
    exam(l('CT abdomen and chest', '腹部及胸部CT'), CT, every(6, 36), every(12, 60, 36)),
  ),
  pancreas: schedule(
    'pancreas',
    l('Pancreas, resected', '胰腺癌术后'),
    exam(
      l('visit, CA19-9', '就诊、CA19-9'),
      laboratory('24108-3'),
      every(3, 24),
      every(6, null, 24),
    ),
    exam(l('CT', 'CT'), CT, every(3, 24), every(6, null, 24)),
  ),
  melanoma: schedule(
    'melanoma',
    l('Melanoma IIB–IV, no evidence of disease', '黑色素瘤IIB–IV期无瘤'),
    exam(l('visit, imaging', '就诊、影像'), CT, every(3, 24), every(6, 60, 24)),
  ),
  testis: schedule(
    'testis',
    l('Testis', '睾丸癌'),
    exam(
      l('markers', '标志物'),
      laboratory('1834-1', '21198-7', '19080-1', '2532-0', '14804-9'),
      every(2, 12),
    ),
    exam(l('CT', 'CT'), CT, every(3, 12)),
  ),
};
