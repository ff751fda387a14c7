import type { Label } from '../label.ts';
import { once, rows } from '../rows.ts';
import { type SiteGroupId, siteGroup } from './site-groups.ts';

/** A site as cancer registries count it: a site group, or a part of one. */
export type RegistrySite = {
  /** A site group (`lung`), or one of its parts (`colorectum.colon`); where `sub-sites.ts` has the part, by that id. */
  readonly id: string;
  readonly siteGroup: SiteGroupId;
  /** Cancer code of the data files of Cancer Incidence in Five Continents vol. XII. */
  readonly ci5: number;
  readonly label: Label;
  /** ICD-10 categories, as the volume prints them: `C33-34`. */
  readonly icd10: string;
  /** The only sex that can have it; null where both can. */
  readonly sex: 'male' | 'female' | null;
};

/**
 * CI5 code, id, en, zh, ICD-10. Source: Cancer Incidence in Five Continents vol. XII (IARC, 2023), list of sites; Chinese as
 * in ICD-10 and the China Cancer Registry Annual Report.
 */
const ROWS = `
1|lip-oral-pharynx.lip|Lip|唇|C00
2|lip-oral-pharynx.tongue|Tongue|舌|C01-02
3|lip-oral-pharynx.mouth|Mouth|口腔|C03-06
4|lip-oral-pharynx.salivary-glands|Salivary glands|涎腺|C07-08
5|lip-oral-pharynx.tonsil|Tonsil|扁桃体|C09
6|lip-oral-pharynx.other-oropharynx|Other oropharynx|其他口咽|C10
7|nasopharynx|Nasopharynx|鼻咽|C11
8|lip-oral-pharynx.hypopharynx|Hypopharynx|下咽|C12-13
9|lip-oral-pharynx.pharynx|Pharynx unspecified|咽部位不明|C14
10|oesophagus|Oesophagus|食管|C15
11|stomach|Stomach|胃|C16
12|small-intestine|Small intestine|小肠|C17
13|colorectum.colon|Colon|结肠|C18
14|colorectum.rectum|Rectum and rectosigmoid junction|直肠和直肠乙状结肠连接部|C19-20
15|colorectum.anus|Anus and anal canal|肛门和肛管|C21
16|liver|Liver|肝脏|C22
17|gallbladder|Gallbladder and bile ducts|胆囊及胆道|C23-24
18|pancreas|Pancreas|胰腺|C25
19|nose-sinuses|Nose, sinuses and middle ear|鼻腔、鼻窦及中耳|C30-31
20|larynx|Larynx|喉|C32
21|lung|Lung, bronchus and trachea|肺、支气管和气管|C33-34
22|other-thoracic|Thymus, heart, mediastinum and pleura|胸腺、心脏、纵隔及胸膜|C37-38
23|bone|Bone|骨|C40-41
24|melanoma|Melanoma of skin|皮肤黑色素瘤|C43
25|other-skin|Other skin|其他皮肤|C44
26|mesothelioma|Mesothelioma|间皮瘤|C45
27|kaposi-sarcoma|Kaposi sarcoma|卡波西肉瘤|C46
28|soft-tissue|Connective and soft tissue|结缔组织及软组织|C47,C49
29|breast|Breast|乳腺|C50
30|other-female-genital.vulva|Vulva|外阴|C51
31|other-female-genital.vagina|Vagina|阴道|C52
32|cervix|Cervix uteri|子宫颈|C53
33|corpus-uteri.corpus|Corpus uteri|子宫体|C54
34|corpus-uteri.unspecified|Uterus unspecified|子宫部位不明|C55
35|ovary|Ovary|卵巢|C56
36|other-female-genital.other|Fallopian tube and other female genital|输卵管及其他女性生殖器|C57
37|other-female-genital.placenta|Placenta|胎盘|C58
38|other-male-genital.penis|Penis|阴茎|C60
39|prostate|Prostate|前列腺|C61
40|testis|Testis|睾丸|C62
41|other-male-genital.other|Other male genital|其他男性生殖器|C63
42|kidney.kidney|Kidney|肾|C64
43|kidney.renal-pelvis|Renal pelvis|肾盂|C65
44|kidney.ureter|Ureter|输尿管|C66
45|bladder|Bladder|膀胱|C67
46|kidney.urethra|Urethra and other urinary|尿道及其他泌尿器官|C68
47|eye|Eye and adnexa|眼及附器|C69
48|brain|Brain and nervous system|脑及中枢神经系统|C70-72
49|thyroid|Thyroid|甲状腺|C73
50|other-endocrine.adrenal|Adrenal gland|肾上腺|C74
51|other-endocrine.other|Other endocrine glands|其他内分泌腺|C75
52|hodgkin-lymphoma|Hodgkin lymphoma|霍奇金淋巴瘤|C81
53|non-hodgkin-lymphoma.lymphoma|Non-Hodgkin lymphoma|非霍奇金淋巴瘤|C82-86,C96
54|non-hodgkin-lymphoma.immunoproliferative|Immunoproliferative diseases|免疫增生性疾病|C88
55|myeloma|Multiple myeloma and plasma cell neoplasms|多发性骨髓瘤|C90
56|leukaemia.lymphoid|Lymphoid leukaemia|淋巴细胞白血病|C91
57|leukaemia.myeloid|Myeloid leukaemia|髓系白血病|C92-94
58|leukaemia.unspecified|Leukaemia unspecified|白血病，类型不明|C95
59|myeloproliferative.proliferative|Myeloproliferative disorders|骨髓增殖性疾病|D45,D47
60|myeloproliferative.dysplastic|Myelodysplastic syndromes|骨髓增生异常综合征|D46
61|other|Other, ill-defined and unknown primary|其他、不明确及原发部位不明|C26,C39,C48,C76-80`;

/** The 61 sites of the volume, in the order of its codes: together they are all cancers. */
export const registrySites = once((): readonly RegistrySite[] =>
  rows(ROWS).map(([ci5, id = '', en = '', zh = '', icd10 = '']) => {
    const group = id.split('.')[0] as SiteGroupId;
    const { sex } = siteGroup(group);
    return { id, siteGroup: group, ci5: Number(ci5), label: { en, zh }, icd10, sex };
  }),
);

/** Codes of the volume that stand for sums of others: all sites, and all sites but other skin. */
export const CI5_TOTALS = { all: 62, allButSkin: 63 } as const;
