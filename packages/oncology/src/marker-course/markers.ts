import type { Label } from '@nodp/terminology';
import type { Mark } from '../registry/rule.ts';

export type MarkerId =
  | 'CEA'
  | 'AFP'
  | 'PIVKA-II'
  | 'CA19-9'
  | 'CA125'
  | 'CA15-3'
  | 'PSA'
  | 'thyroglobulin'
  | 'calcitonin'
  | 'hCG'
  | 'LDH'
  | 'EBV DNA'
  | 'SCC'
  | 'CYFRA 21-1'
  | 'NSE'
  | 'ProGRP';

/** A tumour marker: what is known of its numbers before any rule looks at a course. */
export interface Marker {
  readonly id: MarkerId;
  readonly name: Label;
  readonly loinc: readonly string[];
  /** UCUM, in which the limit is given. */
  readonly unit: string;
  /** Other writings of the unit and the factor to it; `convertUnit` knows the rest. */
  readonly alsoUnits?: Readonly<Record<string, number>>;
  /** Null where it is the assay's own. */
  readonly upperLimit: number | null;
  readonly upperLimitOfSmokers?: number;
  /** Days, from the shortest to the longest that is written. */
  readonly halfLife: readonly [number, number];
  /** Days after an operation in which values are still falling, and are not judged. */
  readonly clearanceDays: number;
  /** Chemotherapy itself may raise it: values during it and four weeks after are not judged. */
  readonly raisedByChemotherapy: boolean;
  /** What else raises it. */
  readonly falseAlarms: readonly Label[];
  readonly source: Label;
  readonly mark: Mark;
}

const l = (en: string, zh: string): Label => ({ en, zh });
/** Papers are cited as they were published; a guideline of China by its own name. */
const HCC_AND_TESTIS = l(
  'China HCC guideline 2024; EAU testis',
  '原发性肝癌诊疗指南（2024年版）；EAU睾丸癌指南',
);
const HCC_OF_JAPAN = l('Japan/China HCC guideline', '日本及中国肝癌诊疗指南');
const NPC = l('CSCO NPC', 'CSCO鼻咽癌诊疗指南');
const CSCO = l('CSCO', 'CSCO指南');
const OWN_LIMIT = l('the assay’s own limit, not confirmed', '检测方法自身上限，未确认');
const ASSAY = l('another assay or laboratory', '检测方法或实验室改变');
const BILE = l('obstruction of the bile ducts (raised bilirubin)', '胆道梗阻（胆红素升高）');
const RENAL = l('renal failure', '肾功能不全');
const PREGNANCY = l('pregnancy', '妊娠');
const LIVER = l('benign liver disease, regeneration of the liver', '良性肝病、肝再生');
const SMOKING = l('smoking', '吸烟');
const CHEMOTHERAPY = l('liver toxicity of chemotherapy', '化疗所致肝毒性');
const INFLAMMATION = l('inflammation', '炎症');

const marker = (
  id: MarkerId,
  name: Label,
  loinc: string,
  [unit, upperLimit]: readonly [string, number | null],
  halfLife: readonly [number, number],
  clearanceDays: number,
  falseAlarms: readonly Label[],
  source: string | Label,
  more: Partial<
    Pick<Marker, 'alsoUnits' | 'upperLimitOfSmokers' | 'raisedByChemotherapy' | 'mark'>
  > = {},
): Marker => ({
  id,
  name,
  loinc: loinc.split(' '),
  unit,
  upperLimit,
  halfLife,
  clearanceDays,
  raisedByChemotherapy: false,
  falseAlarms: [...falseAlarms, ASSAY],
  source: typeof source === 'string' ? { en: source, zh: source } : source,
  mark: 'known',
  ...more,
});

/**
 * The markers that the surveillance of this platform reads. Limits, half-lives and LOINC codes as their guidelines have
 * them; a window is about six of the longest half-lives, two weeks at least, and for PSA the six weeks of the AUA.
 */
export const MARKERS: readonly Marker[] = [
  marker(
    'CEA',
    l('CEA', '癌胚抗原'),
    '2039-6',
    ['ng/mL', 5],
    [3, 7],
    42,
    [SMOKING, CHEMOTHERAPY, LIVER, INFLAMMATION],
    'ASCO 2006/2013; NCCN colon',
    { upperLimitOfSmokers: 10, raisedByChemotherapy: true },
  ),
  marker(
    'AFP',
    l('AFP', '甲胎蛋白'),
    '1834-1',
    ['ng/mL', 20],
    [5, 7],
    42,
    [LIVER, PREGNANCY],
    HCC_AND_TESTIS,
  ),
  marker(
    'PIVKA-II',
    l('PIVKA-II (DCP)', '异常凝血酶原'),
    '34444-0',
    ['m[AU]/mL', 40],
    [40 / 24, 3],
    18,
    [l('vitamin K antagonists or vitamin K deficiency', '服用维生素K拮抗剂或维生素K缺乏'), BILE],
    HCC_OF_JAPAN,
    { alsoUnits: { 'mAU/mL': 1, "m[arb'U]/mL": 1 }, mark: 'draft' },
  ),
  marker(
    'CA19-9',
    l('CA19-9', '糖类抗原19-9'),
    '24108-3',
    ['U/mL', 37],
    [0.5, 8],
    48,
    [BILE, l('pancreatitis, diabetes', '胰腺炎、糖尿病')],
    'NCCN pancreas; ASCO 2006',
    { raisedByChemotherapy: true },
  ),
  marker(
    'CA125',
    l('CA125', '糖类抗原125'),
    '10334-1 83082-8',
    ['U/mL', 35],
    [5, 5],
    30,
    [l('menstruation, endometriosis, effusion, peritonitis', '月经、子宫内膜异位、积液、腹膜炎')],
    'Rustin GJ et al. Int J Gynecol Cancer 2011;21:419-23',
  ),
  marker(
    'CA15-3',
    l('CA15-3', '糖类抗原15-3'),
    '6875-9 83083-6',
    ['U/mL', 30],
    [7, 7],
    42,
    [LIVER],
    'ASCO 2016',
    { raisedByChemotherapy: true },
  ),
  marker(
    'PSA',
    l('PSA', '前列腺特异性抗原'),
    '2857-1',
    ['ng/mL', null],
    [2, 3],
    42,
    [
      l('prostatitis, retention, instrumentation', '前列腺炎、尿潴留、器械操作'),
      l('bounce in the first 3 years after radiotherapy', '放疗后3年内的反弹'),
    ],
    'AUA 2013; RTOG-ASTRO 2006; PCWG3 2016',
  ),
  marker(
    'thyroglobulin',
    l('Thyroglobulin', '甲状腺球蛋白'),
    '3013-0',
    ['ng/mL', 0.2],
    [65 / 24, 65 / 24],
    28,
    [l('antibodies against thyroglobulin', '抗甲状腺球蛋白抗体'), l('another TSH', 'TSH水平不同')],
    'ATA 2015',
  ),
  marker(
    'calcitonin',
    l('Calcitonin', '降钙素'),
    '1992-7',
    ['pg/mL', null],
    [30 / 24, 30 / 24],
    14,
    [RENAL, l('proton pump inhibitors', '质子泵抑制剂')],
    'ATA 2015 MTC',
  ),
  marker(
    'hCG',
    l('hCG', '人绒毛膜促性腺激素'),
    '21198-7 19080-1',
    ['[IU]/L', 5],
    [1, 1.5],
    14,
    [
      PREGNANCY,
      l(
        'pituitary hCG, hypogonadism, heterophile antibodies',
        '垂体来源、性腺功能减退、嗜异性抗体',
      ),
    ],
    l('FIGO 2018; EAU testis', 'FIGO 2018；EAU睾丸癌指南'),
    { alsoUnits: { 'IU/L': 1, 'mIU/mL': 1, 'm[IU]/mL': 1 } },
  ),
  marker(
    'LDH',
    l('LDH', '乳酸脱氢酶'),
    '2532-0 14804-9',
    ['U/L', null],
    [4, 5],
    30,
    [l('haemolysis, exercise, liver and muscle disease', '溶血、运动、肝病及肌病')],
    'AJCC 8',
    { raisedByChemotherapy: true },
  ),
  marker(
    'EBV DNA',
    l('EBV DNA, plasma', '血浆EB病毒DNA'),
    '43730-1',
    ['{copies}/mL', 0],
    [4 / 24, 4 / 24],
    14,
    [l('reactivation without tumour', '非肿瘤性再激活')],
    NPC,
    { alsoUnits: { 'copies/mL': 1, '拷贝/mL': 1 } },
  ),
  marker(
    'SCC',
    l('SCC antigen', '鳞状上皮细胞癌抗原'),
    '9679-2',
    ['ng/mL', 1.5],
    [2 / 24, 3 / 24],
    14,
    [l('skin disease', '皮肤病'), RENAL],
    CSCO,
    // Hours by the published kinetics; another compilation says days: for the board to decide.
    { mark: 'draft' },
  ),
  marker(
    'CYFRA 21-1',
    l('CYFRA 21-1', '细胞角蛋白19片段'),
    '25390-6',
    ['ng/mL', 3.3],
    [0.5, 1],
    14,
    [RENAL, INFLAMMATION],
    OWN_LIMIT,
    { mark: 'draft' },
  ),
  marker(
    'NSE',
    l('NSE', '神经元特异性烯醇化酶'),
    '15060-7',
    ['ng/mL', 16.3],
    [1, 1],
    14,
    [l('haemolysis: reject the specimen', '溶血：标本应拒收')],
    OWN_LIMIT,
    { mark: 'draft' },
  ),
  marker(
    'ProGRP',
    l('ProGRP', '胃泌素释放肽前体'),
    '96461-9',
    ['pg/mL', 63],
    [1, 1],
    14,
    [RENAL],
    OWN_LIMIT,
    { mark: 'draft' },
  ),
];
