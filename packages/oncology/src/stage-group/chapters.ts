import type { Label } from '@nodp/terminology';

export interface Chapter {
  readonly id: string;
  readonly title: Label;
  /** ICD-O-3 topographies, ranges with a hyphen. */
  readonly sites: string;
  /** ICD-O-3 histologies, ranges with a hyphen. */
  readonly histologies: string;
}

const CARCINOMA = '8000-8700';
const WELL_DIFFERENTIATED_NET = '8150-8153 8155-8156 8158 8240-8242 8249 8683';
/** Of organs whose well-differentiated neuroendocrine tumours have a chapter of their own. */
const WITHOUT_NET = '8000-8149 8154 8160-8231 8243-8248 8250-8682 8690-8700';
/** Skin and genitals: without Merkel cell carcinoma. */
const WITHOUT_MERKEL = '8000-8040 8042-8180 8191-8246 8248-8700';
const SQUAMOUS = '8050-8054 8070 8074 8077 8083 8560';
const NOT_SQUAMOUS =
  '8011-8015 8021-8046 8060 8071-8073 8075-8076 8078-8082 8084-8149 8154 8160-8231 8243-8248 8250-8552 8561-8682 8690-8700';
const MELANOMA = '8720-8790';
const SARCOMA =
  '8710-8714 8800-8803 8810-8921 8932-8934 8940-8990 9000-9016 9030-9043 9045-9138 9141-9230 9240-9582';
const BONE = '8800-8934 8940-8990 9040-9138 9141-9582';
const GIST = '8935-8936';

const row = (id: string, en: string, zh: string, sites: string, histologies: string): Chapter => ({
  id,
  title: { en, zh },
  sites,
  histologies,
});

/**
 * Which chapter stages which tumour. A tumour is of every chapter it fits: of the oesophagogastric junction two are
 * asked. Source: AJCC Cancer Staging Manual, 8th edition, topography and histology codes of each chapter; ranges as in
 * NCI's EOD schema selection 2.1.
 */
export const CHAPTERS: readonly Chapter[] = [
  row(
    'lip-oral-cavity',
    'lip and oral cavity',
    '唇和口腔',
    'C00.3-C00.5 C00.8-C00.9 C02.0-C02.3 C02.8-C03.9 C04.0-C05.0 C05.8-C06.9',
    CARCINOMA,
  ),
  row(
    'salivary-glands',
    'major salivary glands',
    '大涎腺',
    'C07.9-C08.9',
    `${CARCINOMA} 8941 8974 8980 8982`,
  ),
  row(
    'oropharynx-p16-positive',
    'HPV-mediated (p16+) oropharynx',
    'HPV相关（p16+）口咽',
    'C01.9 C02.4 C05.1-C05.2 C09.0-C10.0 C10.2-C10.9',
    CARCINOMA,
  ),
  row(
    'oropharynx-p16-negative',
    'oropharynx (p16−)',
    '口咽（p16−）',
    'C01.9 C02.4 C05.1-C05.2 C09.0-C10.0 C10.2-C10.9',
    CARCINOMA,
  ),
  row('nasopharynx', 'nasopharynx', '鼻咽', 'C11.0-C11.9', CARCINOMA),
  row('hypopharynx', 'hypopharynx', '下咽', 'C12.9-C13.9', CARCINOMA),
  row(
    'nasal-cavity-sinuses',
    'nasal cavity and paranasal sinuses',
    '鼻腔和鼻窦',
    'C30.0 C31.0-C31.1',
    `${CARCINOMA} 8941 8982`,
  ),
  row('larynx', 'larynx', '喉', 'C10.1 C32.0-C32.2 C32.8-C32.9', CARCINOMA),
  row(
    'unknown-primary-head-neck',
    'unknown primary of the head and neck',
    '头颈部原发灶不明',
    'C76.0',
    CARCINOMA,
  ),
  row(
    'skin-carcinoma-head-neck',
    'skin of the head and neck',
    '头颈部皮肤',
    'C00.0-C00.2 C00.6 C44.0 C44.2-C44.4',
    WITHOUT_MERKEL,
  ),
  row(
    'oesophagus-squamous',
    'squamous cell carcinoma of the oesophagus',
    '食管鳞状细胞癌',
    'C15.0-C16.0',
    `8000-8010 8020 ${SQUAMOUS}`,
  ),
  row(
    'oesophagus-adenocarcinoma',
    'adenocarcinoma of the oesophagus',
    '食管腺癌',
    'C15.0-C16.0',
    `8000-8010 ${NOT_SQUAMOUS}`,
  ),
  row('stomach', 'stomach', '胃', 'C16.0-C16.9', WITHOUT_NET),
  row(
    'net-stomach',
    'neuroendocrine tumours of the stomach',
    '胃神经内分泌肿瘤',
    'C16.0-C16.9',
    WELL_DIFFERENTIATED_NET,
  ),
  row('small-intestine', 'small intestine', '小肠', 'C17.0-C17.9', WITHOUT_NET),
  row(
    'net-duodenum',
    'neuroendocrine tumours of the duodenum and ampulla',
    '十二指肠和壶腹神经内分泌肿瘤',
    'C17.0 C24.1',
    WELL_DIFFERENTIATED_NET,
  ),
  row(
    'net-jejunum-ileum',
    'neuroendocrine tumours of the jejunum and ileum',
    '空肠和回肠神经内分泌肿瘤',
    'C17.1-C17.9',
    WELL_DIFFERENTIATED_NET,
  ),
  row('appendix', 'appendix', '阑尾', 'C18.1', WITHOUT_NET),
  row(
    'net-appendix',
    'neuroendocrine tumours of the appendix',
    '阑尾神经内分泌肿瘤',
    'C18.1',
    WELL_DIFFERENTIATED_NET,
  ),
  row('colorectum', 'colon and rectum', '结肠和直肠', 'C18.0 C18.2-C20.9', WITHOUT_NET),
  row(
    'net-colorectum',
    'neuroendocrine tumours of the colon and rectum',
    '结直肠神经内分泌肿瘤',
    'C18.0 C18.2-C20.9',
    WELL_DIFFERENTIATED_NET,
  ),
  row('anus', 'anus', '肛管', 'C21.0-C21.8', CARCINOMA),
  row('liver', 'hepatocellular carcinoma', '肝细胞癌', 'C22.0 C22.1', '8170-8175'),
  row('liver', 'hepatocellular carcinoma', '肝细胞癌', 'C22.0', '8000-8010'),
  row(
    'intrahepatic-bile-duct',
    'intrahepatic bile ducts',
    '肝内胆管',
    'C22.1',
    '8000-8169 8176-8700 8980',
  ),
  row(
    'intrahepatic-bile-duct',
    'intrahepatic bile ducts',
    '肝内胆管',
    'C22.0',
    '8140 8160-8161 8180',
  ),
  row('gallbladder', 'gallbladder', '胆囊', 'C23.9', CARCINOMA),
  row('perihilar-bile-duct', 'perihilar bile ducts', '肝门部胆管', 'C24.0', CARCINOMA),
  row('distal-bile-duct', 'distal bile duct', '远端胆管', 'C24.0', CARCINOMA),
  row('ampulla', 'ampulla of Vater', 'Vater壶腹', 'C24.1', WITHOUT_NET),
  row(
    'pancreas',
    'exocrine pancreas',
    '胰腺外分泌部',
    'C25.0-C25.4 C25.7-C25.9',
    `${WITHOUT_NET} 8971`,
  ),
  row(
    'net-pancreas',
    'neuroendocrine tumours of the pancreas',
    '胰腺神经内分泌肿瘤',
    'C25.0-C25.4 C25.7-C25.9',
    WELL_DIFFERENTIATED_NET,
  ),
  row('thymus', 'thymus', '胸腺', 'C37.9', CARCINOMA),
  row('lung', 'lung', '肺', 'C34.0-C34.9', `${CARCINOMA} 8972 8980`),
  row(
    'pleural-mesothelioma',
    'malignant pleural mesothelioma',
    '恶性胸膜间皮瘤',
    'C34.0-C34.9 C38.4',
    '9050-9053',
  ),
  row('bone', 'bone', '骨', 'C40.0-C41.1 C41.3 C41.8-C41.9', BONE),
  row(
    'soft-tissue-trunk-extremities',
    'soft tissue of the trunk and extremities',
    '躯干和四肢软组织',
    'C47.1-C47.9 C49.1-C49.9 C50.0-C50.9',
    SARCOMA,
  ),
  row('retroperitoneum', 'soft tissue of the retroperitoneum', '腹膜后软组织', 'C48.0', SARCOMA),
  row(
    'gist-stomach',
    'gastrointestinal stromal tumour of the stomach and omentum',
    '胃和网膜胃肠道间质瘤',
    'C16.0-C16.9',
    GIST,
  ),
  row(
    'gist-other',
    'gastrointestinal stromal tumour outside the stomach',
    '胃外胃肠道间质瘤',
    'C15.0-C15.9 C17.0-C20.9 C26.0-C26.9 C48.0-C48.8',
    GIST,
  ),
  row(
    'melanoma-skin',
    'melanoma of the skin',
    '皮肤黑色素瘤',
    'C00.0-C00.2 C00.6 C44.0-C44.9 C51.0-C51.9 C60.0-C60.9 C63.2',
    MELANOMA,
  ),
  row(
    'merkel-cell',
    'Merkel cell carcinoma',
    'Merkel细胞癌',
    'C00.0-C00.9 C44.0-C44.9 C51.0-C51.9 C60.0-C60.9 C63.2 C80.9',
    '8041 8190 8247',
  ),
  row(
    'eyelid-carcinoma',
    'eyelid carcinoma',
    '眼睑癌',
    'C44.1',
    `${WITHOUT_MERKEL} 8940-8941 8980`,
  ),
  row(
    'uveal-melanoma',
    'melanoma of the choroid and ciliary body',
    '脉络膜和睫状体黑色素瘤',
    'C69.3-C69.4',
    MELANOMA,
  ),
  row(
    'breast-prognostic',
    'breast, prognostic stage',
    '乳腺（预后分期）',
    'C50.0-C50.9',
    `${CARCINOMA} 8982-8983`,
  ),
  row(
    'breast-anatomic',
    'breast, anatomic stage',
    '乳腺（解剖分期）',
    'C50.0-C50.9',
    `${CARCINOMA} 8982-8983`,
  ),
  row('vulva', 'vulva', '外阴', 'C51.0-C51.9', `${WITHOUT_MERKEL} 9020 9071`),
  row('vagina', 'vagina', '阴道', 'C52.9', `${CARCINOMA} 8933 8980 9071 9110`),
  row('cervix', 'cervix uteri', '子宫颈', 'C53.0-C53.9', `${CARCINOMA} 8980 9110`),
  row(
    'corpus-carcinoma',
    'carcinoma and carcinosarcoma of the corpus uteri',
    '子宫体癌和癌肉瘤',
    'C54.0-C55.9',
    `${CARCINOMA} 8950 8980 9111`,
  ),
  row(
    'corpus-adenosarcoma',
    'adenosarcoma of the corpus uteri',
    '子宫体腺肉瘤',
    'C54.0-C55.9',
    '8933',
  ),
  row(
    'corpus-sarcoma',
    'sarcoma of the corpus uteri',
    '子宫体肉瘤',
    'C53.0-C55.9',
    '8800-8932 8934-8941 8951-8976',
  ),
  row(
    'ovary-tube-peritoneum',
    'ovary, fallopian tube and peritoneum',
    '卵巢、输卵管和腹膜',
    'C48.1-C48.8 C56.9-C57.0',
    `${CARCINOMA} 8930-8933 8950 8960 8980 9000 9060-9091 9100-9111`,
  ),
  row('penis', 'penis', '阴茎', 'C60.0-C60.9', WITHOUT_MERKEL),
  row('prostate', 'prostate', '前列腺', 'C61.9', CARCINOMA),
  row(
    'testis',
    'testis',
    '睾丸',
    'C62.0-C62.9',
    `${CARCINOMA} 9061-9065 9070-9071 9080-9085 9100-9105`,
  ),
  row('kidney', 'kidney', '肾', 'C64.9', CARCINOMA),
  row('renal-pelvis-ureter', 'renal pelvis and ureter', '肾盂和输尿管', 'C65.9-C66.9', CARCINOMA),
  row('bladder', 'urinary bladder', '膀胱', 'C67.0-C67.9', CARCINOMA),
  row('urethra', 'urethra', '尿道', 'C68.0', CARCINOMA),
  row(
    'thyroid-medullary',
    'medullary thyroid carcinoma',
    '甲状腺髓样癌',
    'C73.9',
    '8345-8349 8510-8513',
  ),
  row(
    'thyroid-anaplastic',
    'anaplastic thyroid carcinoma',
    '甲状腺未分化癌',
    'C73.9',
    '8020-8021 8030-8035',
  ),
  row(
    'thyroid-differentiated',
    'differentiated thyroid carcinoma',
    '分化型甲状腺癌',
    'C73.9',
    '8000-8010 8050 8070 8140 8230 8260 8290 8330-8344 8350 8450',
  ),
  row('adrenal-cortex', 'adrenal cortical carcinoma', '肾上腺皮质癌', 'C74.0-C74.9', '8000-8671'),
  row(
    'phaeochromocytoma',
    'phaeochromocytoma and paraganglioma',
    '嗜铬细胞瘤和副神经节瘤',
    'C74.0-C74.9 C75.5',
    '8680 8690 8692-8693 8700',
  ),
  row(
    'mycosis-fungoides',
    'mycosis fungoides and Sézary syndrome',
    '蕈样肉芽肿和Sézary综合征',
    'C00.0-C80.9',
    '9700-9701',
  ),
];

const titles = new Map(CHAPTERS.map(({ id, title }) => [id, title]));

/** What a chapter is called; its own id where it is none of the declared ones. */
export const chapterTitle = (id: string): Label => titles.get(id) ?? { en: id, zh: id };
