import type { Edit } from '../edit.ts';
import { atLeast, between, codes, ofTumour, sites, younger } from './tumour-case.ts';

const SITE = 'CanReg5 CheckAgeTopography; IARC Technical Report 42';
const HISTOLOGY = 'CanReg5 CheckAgeMorphology; IARC Technical Report 42';
const BOTH = 'CanReg5 CheckAgeTopographyMorphology; IARC Technical Report 42';

const ADULT_SITES = sites('C15 C19 C20 C21 C23 C24 C38.4 C50 C53 C54 C55');
const LEUKAEMIA_OF_25 = codes('9730 9823 9890');
const MYELOMA = codes('9724 9732 9823');
const EMBRYONAL = codes('8910 8960 8961 8962 8970 8981 8991 9072 9470 9490 9500 9687');
const CERVIX_PROSTATE = sites('C53 C61');

/** What is seldom at an age. */
export const AGE_EDITS = {
  'age-under-5-cervix-prostate': ofTumour({
    title: { en: 'Cervix or prostate under the age of 5', zh: '5岁以下宫颈或前列腺肿瘤' },
    fields: ['age', 'topography', 'diagnosed'],
    source: `${SITE} (AGE_SITE_5)`,
    when: (one) => younger(one, 5) && CERVIX_PROSTATE(one),
  }),
  'age-under-20-site': ofTumour({
    title: { en: 'Site of adults under the age of 20', zh: '20岁以下成人好发部位肿瘤' },
    fields: ['age', 'topography', 'diagnosed'],
    source: `${SITE} (AGE_SITE_20)`,
    choice: 'iarc_check_sim adds C25 at 15 to 19; CanReg5 is taken, which has not.',
    when: (one) => younger(one, 20) && ADULT_SITES(one),
  }),
  'age-to-25-histology': ofTumour({
    title: { en: 'Histology of older adults at 25 or younger', zh: '25岁及以下出现老年组织学类型' },
    fields: ['age', 'morphology', 'diagnosed'],
    source: `${HISTOLOGY} (AGE_HIST_25)`,
    choice: 'iarc_check_sim has 9732 and 9823; CanReg5 (9730, 9823, 9890) is taken.',
    when: (one) => younger(one, 26) && LEUKAEMIA_OF_25(one.histology),
  }),
  'age-under-15-histology': ofTumour({
    title: { en: 'Histology of adults under the age of 15', zh: '15岁以下出现成人组织学类型' },
    fields: ['age', 'morphology', 'diagnosed'],
    source: `${HISTOLOGY} (AGE_HIST_15U)`,
    when: (one) => younger(one, 15) && MYELOMA(one.histology),
  }),
  'age-from-15-embryonal': ofTumour({
    title: { en: 'Histology of childhood at 15 or older', zh: '15岁及以上出现儿童组织学类型' },
    fields: ['age', 'morphology', 'diagnosed'],
    source: `${HISTOLOGY} (AGE_HIST_15)`,
    choice: 'iarc_check_sim adds 9510–9519; CanReg5 asks retinoblastoma by its own rule.',
    when: (one) => atLeast(one, 15) && EMBRYONAL(one.histology),
  }),
  'age-under-40-prostate': ofTumour({
    title: { en: 'Adenocarcinoma of the prostate under 40', zh: '40岁以下前列腺腺癌' },
    fields: ['age', 'topography', 'morphology', 'diagnosed'],
    source: `${BOTH} (AGE_SITE_HIST_1)`,
    when: (one) =>
      younger(one, 40) && one.site === 'C61' && one.histology >= 8140 && one.histology < 8150,
  }),
  'age-under-20-small-intestine': ofTumour({
    title: { en: 'Solid tumour of the small intestine under 20', zh: '20岁以下小肠实体瘤' },
    fields: ['age', 'topography', 'morphology', 'diagnosed'],
    source: `${BOTH} (AGE_SITE_HIST_2)`,
    when: (one) =>
      younger(one, 20) && one.site === 'C17' && one.histology > 0 && one.histology < 9590,
  }),
  'age-under-20-colon-lung': ofTumour({
    title: {
      en: 'Colon, trachea or lung under 20, no carcinoid',
      zh: '20岁以下结肠、气管或肺肿瘤（非类癌）',
    },
    fields: ['age', 'topography', 'morphology', 'diagnosed'],
    source: `${BOTH} (AGE_SITE_HIST_3)`,
    when: (one) =>
      younger(one, 20) &&
      ['C18', 'C33', 'C34'].includes(one.site) &&
      one.histology > 0 &&
      !(one.histology >= 8240 && one.histology < 8250),
  }),
  'age-over-5-retinoblastoma': ofTumour({
    title: { en: 'Retinoblastoma after the age of 5', zh: '5岁以上视网膜母细胞瘤' },
    fields: ['age', 'topography', 'morphology', 'diagnosed'],
    source: `${BOTH} (AGE_SITE_HIST_4)`,
    when: (one) =>
      atLeast(one, 6) && one.site === 'C69' && (one.histology === 9510 || one.histology === 9512),
  }),
  'age-placenta': ofTumour({
    title: {
      en: 'Choriocarcinoma of the placenta under 15 or over 45',
      zh: '15岁以下或45岁以上胎盘绒毛膜癌',
    },
    fields: ['age', 'topography', 'morphology', 'diagnosed'],
    source: `${BOTH} (AGE_SITE_HIST_5)`,
    when: (one) =>
      (younger(one, 15) || atLeast(one, 46)) && one.site === 'C58' && one.histology === 9100,
  }),
} as const satisfies Record<string, Edit>;

const CHILD = 'iarc_check_sim; IARC Technical Report 42, unlikely combinations of childhood';

/** Carcinomas as the International Classification of Childhood Cancer (ICCC-3, 2005) lists them at a named site. */
const CARCINOMAS = codes(
  '8010-8041 8050-8075 8082 8120-8122 8130-8141 8143 8155 8190-8201 8210 8211 8221-8231 8240 8241 8244-8246 8260-8263 8290 8310 8320 8323 8401 8430 8440 8480-8490 8504 8510 8550 8560-8576',
);
const BONE = sites('C40 C41 C76 C80.9');
const GERM_CELL = codes('9060-9065 9070-9072 9080-9085 9100 9101');
const GONADS = sites('C56 C62');

const child = (
  title: { en: string; zh: string },
  rule: string,
  [from, to]: readonly [number, number],
  is: (one: Parameters<typeof younger>[0]) => boolean,
): Edit =>
  ofTumour({
    title,
    fields: ['age', 'topography', 'morphology', 'diagnosed'],
    source: `${CHILD} (${rule})`,
    when: (one) => between(one, from, to) && is(one),
  });

const hist = (text: string) => {
  const has = codes(text);
  return ({ histology }: { readonly histology: number }) => has(histology);
};
const carcinoma = (where: string) => {
  const at = sites(where);
  return (one: Parameters<typeof at>[0]) => CARCINOMAS(one.histology) && at(one);
};
const HODGKIN = hist('9650-9655 9659 9661-9665 9667');
const NEUROBLASTOMA = hist('9490 9500');
const RETINOBLASTOMA = hist('9510-9514');
const WILMS = hist('8959 8960 8964-8967');
const RENAL = hist('8311 8312 8316-8319 8361');
const HEPATIC = hist('8160-8180');
const OSTEOSARCOMA = hist('9180-9187 9191-9195 9200');
const CHONDROSARCOMA = hist('9221 9230 9241-9243');
const GONADAL = hist('8441-8444 8450 8451 8460-8473');
const THYROID = hist('8330-8337 8340-8347 8350');
const UNSPECIFIED = hist('8000-8005 8010-8015 8020-8022 8050 9590 9591');

/** What is seldom at an age of childhood. */
export const CHILDHOOD_EDITS = {
  'child-hodgkin': child(
    { en: 'Hodgkin lymphoma under 3', zh: '3岁以下霍奇金淋巴瘤' },
    'CHILD_HODGKIN',
    [0, 2],
    HODGKIN,
  ),
  'child-neuroblastoma': child(
    { en: 'Neuroblastoma at 10 to 14', zh: '10–14岁神经母细胞瘤' },
    'CHILD_NEUROBLASTOMA',
    [10, 14],
    NEUROBLASTOMA,
  ),
  'child-retinoblastoma': child(
    { en: 'Retinoblastoma at 6 to 14', zh: '6–14岁视网膜母细胞瘤' },
    'CHILD_RETINOBLASTOMA',
    [6, 14],
    RETINOBLASTOMA,
  ),
  'child-nephroblastoma': child(
    { en: 'Nephroblastoma at 9 to 14', zh: '9–14岁肾母细胞瘤' },
    'CHILD_WILMS',
    [9, 14],
    (one) => WILMS(one) || ([8963, 9364].includes(one.histology) && one.site === 'C64'),
  ),
  'child-renal-carcinoma': child(
    { en: 'Renal carcinoma under 9', zh: '9岁以下肾癌' },
    'CHILD_RENAL',
    [0, 8],
    (one) => RENAL(one) || (CARCINOMAS(one.histology) && one.site === 'C64'),
  ),
  'child-hepatoblastoma': child(
    { en: 'Hepatoblastoma at 6 to 14', zh: '6–14岁肝母细胞瘤' },
    'CHILD_HEPATOBLASTOMA',
    [6, 14],
    (one) => one.histology === 8970,
  ),
  'child-hepatic-carcinoma': child(
    { en: 'Hepatic carcinoma under 9', zh: '9岁以下肝癌' },
    'CHILD_HEPATIC',
    [0, 8],
    (one) =>
      HEPATIC(one) || (CARCINOMAS(one.histology) && ['C22.0', 'C22.1'].includes(one.topography)),
  ),
  'child-osteosarcoma': child(
    { en: 'Osteosarcoma under 6', zh: '6岁以下骨肉瘤' },
    'CHILD_OSTEOSARCOMA',
    [0, 5],
    (one) => OSTEOSARCOMA(one) && BONE(one),
  ),
  'child-chondrosarcoma': child(
    { en: 'Chondrosarcoma under 6', zh: '6岁以下软骨肉瘤' },
    'CHILD_CHONDROSARCOMA',
    [0, 5],
    (one) => CHONDROSARCOMA(one) || ([9210, 9220, 9240].includes(one.histology) && BONE(one)),
  ),
  'child-ewing': child(
    { en: 'Ewing sarcoma under 4', zh: '4岁以下尤因肉瘤' },
    'CHILD_EWING',
    [0, 3],
    (one) =>
      (one.histology === 9260 && BONE(one)) ||
      (one.histology >= 9363 && one.histology <= 9365 && ['C40', 'C41'].includes(one.site)),
  ),
  'child-germ-cell': child(
    { en: 'Germ cell tumour outside of the gonads at 8 to 14', zh: '8–14岁性腺外生殖细胞瘤' },
    'CHILD_GERM_NONGONADAL',
    [8, 14],
    (one) => GERM_CELL(one.histology) && one.topography !== '' && !GONADS(one),
  ),
  'child-gonadal-carcinoma': child(
    { en: 'Carcinoma of the gonads under 5', zh: '5岁以下性腺癌' },
    'CHILD_GONADAL_CARCINOMA',
    [0, 4],
    (one) => GONADAL(one) || (CARCINOMAS(one.histology) && GONADS(one)),
  ),
  'child-thyroid': child(
    { en: 'Thyroid carcinoma under 6', zh: '6岁以下甲状腺癌' },
    'CHILD_THYROID',
    [0, 5],
    (one) => THYROID(one) || carcinoma('C73')(one),
  ),
  'child-nasopharynx': child(
    { en: 'Nasopharyngeal carcinoma under 6', zh: '6岁以下鼻咽癌' },
    'CHILD_NASOPHARYNX',
    [0, 5],
    carcinoma('C11'),
  ),
  'child-skin': child(
    { en: 'Carcinoma of the skin under 5', zh: '5岁以下皮肤癌' },
    'CHILD_SKIN',
    [0, 4],
    carcinoma('C44'),
  ),
  'child-unspecified': child(
    { en: 'Unspecified histology under 5', zh: '5岁以下组织学未特指' },
    'CHILD_NOS',
    [0, 4],
    UNSPECIFIED,
  ),
  'child-mesothelial': child(
    { en: 'Mesothelial neoplasm under 15', zh: '15岁以下间皮肿瘤' },
    'CHILD_MESOTHELIAL',
    [0, 14],
    ({ histology }) => histology >= 9050 && histology <= 9055,
  ),
} as const satisfies Record<string, Edit>;
