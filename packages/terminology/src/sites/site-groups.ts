import type { Label } from '../label.ts';

export type SiteGroup = {
  readonly id: string;
  readonly label: Label;
  /** ICD-10 three-character ranges, inclusive. */
  readonly icd10: readonly (readonly [from: string, to: string])[];
  /** Cancer codes 1 to 59 of the CI5 vol. XII data files that make up this group. */
  readonly ci5: readonly number[];
  /** Index of the group's colour in the categorical palette: a group keeps it for ever. */
  readonly colour: number;
  /** The only sex that can have it; null where both can. */
  readonly sex: 'male' | 'female' | null;
};

/** id, colour, en, zh, ICD-10, CI5 codes, sex. Add at the end with a new colour; never renumber. */
const ROWS = [
  ['lung', 0, 'Lung, bronchus and trachea', '肺、支气管和气管', 'C33-C34', '21', ''],
  ['colorectum', 1, 'Colorectum and anus', '结直肠和肛门', 'C18-C21', '13 14 15', ''],
  ['stomach', 2, 'Stomach', '胃', 'C16', '11', ''],
  ['liver', 3, 'Liver', '肝脏', 'C22', '16', ''],
  ['breast', 4, 'Breast', '乳腺', 'C50', '29', ''],
  ['thyroid', 5, 'Thyroid', '甲状腺', 'C73', '49', ''],
  ['oesophagus', 6, 'Oesophagus', '食管', 'C15', '10', ''],
  ['cervix', 7, 'Cervix uteri', '子宫颈', 'C53', '32', 'f'],
  ['prostate', 8, 'Prostate', '前列腺', 'C61', '39', 'm'],
  ['pancreas', 9, 'Pancreas', '胰腺', 'C25', '18', ''],
  [
    'corpus-uteri',
    10,
    'Corpus uteri and uterus unspecified',
    '子宫体及子宫部位不明',
    'C54-C55',
    '33 34',
    'f',
  ],
  ['bladder', 11, 'Bladder', '膀胱', 'C67', '45', ''],
  ['brain', 12, 'Brain and nervous system', '脑及中枢神经系统', 'C70-C72', '48', ''],
  ['leukaemia', 13, 'Leukaemia', '白血病', 'C91-C95', '56 57 58', ''],
  [
    'non-hodgkin-lymphoma',
    14,
    'Non-Hodgkin lymphoma',
    '非霍奇金淋巴瘤',
    'C82-C86 C88 C96',
    '53 54',
    '',
  ],
  ['ovary', 15, 'Ovary', '卵巢', 'C56', '35', 'f'],
  ['nasopharynx', 16, 'Nasopharynx', '鼻咽', 'C11', '7', ''],
  [
    'kidney',
    17,
    'Kidney, renal pelvis, ureter and urethra',
    '肾、肾盂、输尿管及尿道',
    'C64-C66 C68',
    '42 43 44 46',
    '',
  ],
  ['gallbladder', 18, 'Gallbladder and bile ducts', '胆囊及胆道', 'C23-C24', '17', ''],
  [
    'lip-oral-pharynx',
    19,
    'Lip, oral cavity and other pharynx',
    '唇、口腔及其他咽部',
    'C00-C10 C12-C14',
    '1 2 3 4 5 6 8 9',
    '',
  ],
  ['larynx', 20, 'Larynx', '喉', 'C32', '20', ''],
  ['myeloma', 21, 'Multiple myeloma and plasma cell neoplasms', '多发性骨髓瘤', 'C90', '55', ''],
  ['bone', 22, 'Bone', '骨', 'C40-C41', '23', ''],
  ['melanoma', 23, 'Melanoma of skin', '皮肤黑色素瘤', 'C43', '24', ''],
  ['other-skin', 24, 'Other skin', '其他皮肤', 'C44', '25', ''],
  ['soft-tissue', 25, 'Connective and soft tissue', '结缔组织及软组织', 'C47 C49', '28', ''],
  ['small-intestine', 26, 'Small intestine', '小肠', 'C17', '12', ''],
  ['hodgkin-lymphoma', 27, 'Hodgkin lymphoma', '霍奇金淋巴瘤', 'C81', '52', ''],
  ['testis', 28, 'Testis', '睾丸', 'C62', '40', 'm'],
  [
    'other-thoracic',
    29,
    'Thymus, heart, mediastinum and pleura',
    '胸腺、心脏、纵隔及胸膜',
    'C37-C38',
    '22',
    '',
  ],
  ['nose-sinuses', 30, 'Nose, sinuses and middle ear', '鼻腔、鼻窦及中耳', 'C30-C31', '19', ''],
  [
    'other-female-genital',
    31,
    'Vulva, vagina, placenta and other female genital',
    '外阴、阴道、胎盘及其他女性生殖器',
    'C51-C52 C57-C58',
    '30 31 36 37',
    'f',
  ],
  [
    'other-male-genital',
    32,
    'Penis and other male genital',
    '阴茎及其他男性生殖器',
    'C60 C63',
    '38 41',
    'm',
  ],
  ['eye', 33, 'Eye and adnexa', '眼及附器', 'C69', '47', ''],
  [
    'other-endocrine',
    34,
    'Adrenal gland and other endocrine',
    '肾上腺及其他内分泌腺',
    'C74-C75',
    '50 51',
    '',
  ],
  ['mesothelioma', 35, 'Mesothelioma', '间皮瘤', 'C45', '26', ''],
  ['kaposi-sarcoma', 36, 'Kaposi sarcoma', '卡波西肉瘤', 'C46', '27', ''],
  [
    'myeloproliferative',
    37,
    'Myeloproliferative and myelodysplastic',
    '骨髓增殖性肿瘤及骨髓增生异常综合征',
    'D45-D47',
    '59',
    '',
  ],
  [
    'other',
    38,
    'Other, ill-defined and unknown primary',
    '其他、不明确及原发部位不明',
    'C26 C39 C48 C76-C80 C97',
    '',
    '',
  ],
] as const;

export type SiteGroupId = (typeof ROWS)[number][0];

/**
 * Cancer sites as a person reads them, the commonest first. After the site list of Cancer Incidence in
 * Five Continents vol. XII (IARC, 2023; ICD-10), with rare neighbours joined as in the China Cancer
 * Registry Annual Report: colon, rectum and anus; corpus and uterus NOS; kidney and urinary except bladder.
 */
export const SITE_GROUPS: readonly (SiteGroup & { readonly id: SiteGroupId })[] = ROWS.map(
  ([id, colour, en, zh, icd10, ci5, sex]) => ({
    id,
    colour,
    label: { en, zh },
    icd10: icd10.split(' ').map((range) => {
      const [from = '', to = from] = range.split('-');
      return [from, to] as const;
    }),
    ci5: ci5 === '' ? [] : ci5.split(' ').map(Number),
    sex: sex === 'm' ? 'male' : sex === 'f' ? 'female' : null,
  }),
);

const BY_ID = new Map(SITE_GROUPS.map((group) => [group.id as string, group]));
const BY_CI5 = new Map(
  SITE_GROUPS.flatMap((group) => group.ci5.map((code) => [code, group] as const)),
);
const BY_CATEGORY = indexByCategory();

function indexByCategory(): Map<string, (typeof SITE_GROUPS)[number]> {
  const index = new Map<string, (typeof SITE_GROUPS)[number]>();
  for (const group of SITE_GROUPS) {
    for (const [from, to] of group.icd10) {
      for (let n = Number(from.slice(1)); n <= Number(to.slice(1)); n++) {
        index.set(from.charAt(0) + String(n).padStart(2, '0'), group);
      }
    }
  }
  return index;
}

export function siteGroup(id: SiteGroupId): SiteGroup {
  const group = BY_ID.get(id);
  if (!group) throw new RangeError(`no site group ${id}`);
  return group;
}

/** The group that holds a CI5 vol. XII cancer code (1 to 59), or null. */
export function siteGroupOfCi5(code: number): SiteGroupId | null {
  return BY_CI5.get(code)?.id ?? null;
}

/**
 * In situ (ICD-10 D00 to D09), and benign or uncertain of the central nervous system with the pituitary and pineal glands:
 * where the neoplasm sits.
 */
const D_CODES: readonly (readonly [RegExp, SiteGroupId])[] = [
  [/^D000/, 'lip-oral-pharynx'],
  [/^D001/, 'oesophagus'],
  [/^D002/, 'stomach'],
  [/^D01[0-3]/, 'colorectum'],
  [/^D014/, 'small-intestine'],
  [/^D015/, 'liver'],
  [/^D020/, 'larynx'],
  [/^D02[12]/, 'lung'],
  [/^D03/, 'melanoma'],
  [/^D04/, 'other-skin'],
  [/^D05/, 'breast'],
  [/^D06/, 'cervix'],
  [/^D070/, 'corpus-uteri'],
  [/^D07[123]/, 'other-female-genital'],
  [/^D07[46]/, 'other-male-genital'],
  [/^D075/, 'prostate'],
  [/^D090/, 'bladder'],
  [/^D091/, 'kidney'],
  [/^D092/, 'eye'],
  [/^D093/, 'other-endocrine'],
  [/^D(?:32|33|42|43)/, 'brain'],
  [/^D(?:35[234]|44[345])/, 'other-endocrine'],
  [/^D0/, 'other'],
];

/** ICD-O-3 histologies that decide the group whatever the topography (ICD-10 groups them by morphology). */
function groupOfHistology(histology: number, site: string): SiteGroupId | null {
  if (histology >= 9650 && histology <= 9667) return 'hodgkin-lymphoma';
  if (histology >= 9731 && histology <= 9734) return 'myeloma';
  if (histology >= 9740 && histology <= 9742)
    return histology === 9742 ? 'leukaemia' : 'non-hodgkin-lymphoma';
  if (histology >= 9590 && histology <= 9769) return 'non-hodgkin-lymphoma';
  if (histology >= 9800 && histology <= 9948) return 'leukaemia';
  if (histology >= 9950 && histology <= 9992) return 'myeloproliferative';
  if (histology === 9140) return 'kaposi-sarcoma';
  if (histology >= 9050 && histology <= 9055) return 'mesothelioma';
  if (histology >= 8720 && histology <= 8790 && site === 'C44') return 'melanoma';
  return null;
}

/**
 * The site group of an ICD-O-3 topography (with the morphology, where known) or of an ICD-10 code.
 * Says where the neoplasm is, not that it is malignant. Null where the code is no neoplasm of the groups.
 * Haematopoietic topographies (C42) without a morphology give null: blood alone names no disease.
 */
export function siteGroupOf(code: string, morphology?: string | null): SiteGroupId | null {
  const compact = code.trim().toUpperCase().replace('.', '');
  const site = compact.slice(0, 3);
  const histology = morphology ? Number(morphology.slice(0, 4)) : Number.NaN;
  return (
    (Number.isNaN(histology) ? null : groupOfHistology(histology, site)) ??
    BY_CATEGORY.get(site)?.id ??
    D_CODES.find(([pattern]) => pattern.test(compact))?.[1] ??
    null
  );
}
