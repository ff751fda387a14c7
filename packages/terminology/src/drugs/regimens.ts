import type { Label } from '../label.ts';
import { once } from '../rows.ts';
import { SITE_GROUPS, type SiteGroupId } from '../sites/site-groups.ts';

export type Regimen = {
  /** Stable key, the name in use: `R-CHOP`. */
  readonly id: string;
  readonly label: Label;
  /** English names of the drugs (ids of the drug list), sorted. */
  readonly drugs: readonly string[];
  /** Sites it is in common use for. */
  readonly sites: readonly SiteGroupId[];
};

const FOLINATE = 'calcium folinate';
const FU = 'fluorouracil';

/** id, Chinese name, drugs, sites. Source: CSCO guidelines and NCCN guidelines, regimen names in common use. */
const ROWS: readonly (readonly [string, string, readonly string[], string])[] = [
  [
    'FOLFOX',
    '奥沙利铂+亚叶酸钙+氟尿嘧啶',
    ['oxaliplatin', FOLINATE, FU],
    'colorectum stomach oesophagus pancreas',
  ],
  ['FOLFIRI', '伊立替康+亚叶酸钙+氟尿嘧啶', ['irinotecan', FOLINATE, FU], 'colorectum stomach'],
  [
    'FOLFOXIRI',
    '奥沙利铂+伊立替康+亚叶酸钙+氟尿嘧啶',
    ['oxaliplatin', 'irinotecan', FOLINATE, FU],
    'colorectum pancreas',
  ],
  [
    'FOLFOX-bevacizumab',
    'FOLFOX+贝伐珠单抗',
    ['oxaliplatin', FOLINATE, FU, 'bevacizumab'],
    'colorectum',
  ],
  [
    'FOLFIRI-bevacizumab',
    'FOLFIRI+贝伐珠单抗',
    ['irinotecan', FOLINATE, FU, 'bevacizumab'],
    'colorectum',
  ],
  [
    'FOLFOX-cetuximab',
    'FOLFOX+西妥昔单抗',
    ['oxaliplatin', FOLINATE, FU, 'cetuximab'],
    'colorectum',
  ],
  ['CAPIRI', '伊立替康+卡培他滨', ['irinotecan', 'capecitabine'], 'colorectum'],
  ['XELOX', '奥沙利铂+卡培他滨', ['oxaliplatin', 'capecitabine'], 'colorectum stomach gallbladder'],
  ['SOX', '奥沙利铂+替吉奥', ['oxaliplatin', 'tegafur, gimeracil and oteracil'], 'stomach'],
  [
    'FLOT',
    '多西他赛+奥沙利铂+亚叶酸钙+氟尿嘧啶',
    ['docetaxel', 'oxaliplatin', FOLINATE, FU],
    'stomach oesophagus',
  ],
  ['PF', '顺铂+氟尿嘧啶', ['cisplatin', FU], 'oesophagus nasopharynx'],
  [
    'TPF',
    '多西他赛+顺铂+氟尿嘧啶',
    ['docetaxel', 'cisplatin', FU],
    'nasopharynx lip-oral-pharynx larynx',
  ],
  ['GP', '吉西他滨+顺铂', ['gemcitabine', 'cisplatin'], 'nasopharynx lung gallbladder bladder'],
  ['AG', '吉西他滨+白蛋白结合型紫杉醇', ['gemcitabine', 'nab-paclitaxel'], 'pancreas'],
  ['EP', '依托泊苷+顺铂', ['etoposide', 'cisplatin'], 'lung'],
  ['EC-SCLC', '依托泊苷+卡铂', ['etoposide', 'carboplatin'], 'lung'],
  ['AP-lung', '培美曲塞+顺铂', ['pemetrexed', 'cisplatin'], 'lung mesothelioma'],
  ['AC-lung', '培美曲塞+卡铂', ['pemetrexed', 'carboplatin'], 'lung'],
  [
    'AC-pembrolizumab',
    '培美曲塞+卡铂+帕博利珠单抗',
    ['pemetrexed', 'carboplatin', 'pembrolizumab'],
    'lung',
  ],
  ['TP', '紫杉醇+顺铂', ['paclitaxel', 'cisplatin'], 'lung oesophagus cervix nasopharynx'],
  ['TC', '紫杉醇+卡铂', ['paclitaxel', 'carboplatin'], 'ovary lung corpus-uteri cervix'],
  [
    'TC-bevacizumab',
    '紫杉醇+卡铂+贝伐珠单抗',
    ['paclitaxel', 'carboplatin', 'bevacizumab'],
    'lung ovary',
  ],
  ['AC', '多柔比星+环磷酰胺', ['doxorubicin', 'cyclophosphamide'], 'breast'],
  [
    'AC-T',
    '多柔比星+环磷酰胺序贯紫杉醇',
    ['doxorubicin', 'cyclophosphamide', 'paclitaxel'],
    'breast',
  ],
  [
    'EC-T',
    '表柔比星+环磷酰胺序贯多西他赛',
    ['epirubicin', 'cyclophosphamide', 'docetaxel'],
    'breast',
  ],
  ['TAC', '多西他赛+多柔比星+环磷酰胺', ['docetaxel', 'doxorubicin', 'cyclophosphamide'], 'breast'],
  ['TC-breast', '多西他赛+环磷酰胺', ['docetaxel', 'cyclophosphamide'], 'breast'],
  [
    'TCbHP',
    '多西他赛+卡铂+曲妥珠单抗+帕妥珠单抗',
    ['docetaxel', 'carboplatin', 'trastuzumab', 'pertuzumab'],
    'breast',
  ],
  ['THP', '多西他赛+曲妥珠单抗+帕妥珠单抗', ['docetaxel', 'trastuzumab', 'pertuzumab'], 'breast'],
  ['CMF', '环磷酰胺+甲氨蝶呤+氟尿嘧啶', ['cyclophosphamide', 'methotrexate', FU], 'breast'],
  [
    'CHOP',
    '环磷酰胺+多柔比星+长春新碱+泼尼松',
    ['cyclophosphamide', 'doxorubicin', 'vincristine', 'prednisone'],
    'non-hodgkin-lymphoma',
  ],
  [
    'R-CHOP',
    '利妥昔单抗+CHOP',
    ['rituximab', 'cyclophosphamide', 'doxorubicin', 'vincristine', 'prednisone'],
    'non-hodgkin-lymphoma',
  ],
  [
    'ABVD',
    '多柔比星+博来霉素+长春碱+达卡巴嗪',
    ['doxorubicin', 'bleomycin', 'vinblastine', 'dacarbazine'],
    'hodgkin-lymphoma',
  ],
  ['VRd', '硼替佐米+来那度胺+地塞米松', ['bortezomib', 'lenalidomide', 'dexamethasone'], 'myeloma'],
  ['DA', '柔红霉素+阿糖胞苷', ['daunorubicin', 'cytarabine'], 'leukaemia'],
  ['IA', '伊达比星+阿糖胞苷', ['idarubicin', 'cytarabine'], 'leukaemia'],
  ['ATRA-ATO', '维A酸+三氧化二砷', ['tretinoin', 'arsenic trioxide'], 'leukaemia'],
  ['BEP', '博来霉素+依托泊苷+顺铂', ['bleomycin', 'etoposide', 'cisplatin'], 'testis ovary'],
  ['atezolizumab-bevacizumab', '阿替利珠单抗+贝伐珠单抗', ['atezolizumab', 'bevacizumab'], 'liver'],
  ['sintilimab-bevacizumab', '信迪利单抗+贝伐珠单抗', ['sintilimab', 'bevacizumab'], 'liver'],
  ['abiraterone-prednisone', '阿比特龙+泼尼松', ['abiraterone', 'prednisone'], 'prostate'],
];

const KNOWN_SITES = new Set<string>(SITE_GROUPS.map((group) => group.id));

const table = once(() =>
  ROWS.map(([id, zh, drugs, sites]): Regimen => {
    const unknown = sites.split(' ').find((site) => !KNOWN_SITES.has(site));
    if (unknown) throw new RangeError(`regimen ${id}: no site group ${unknown}`);
    return {
      id,
      label: {
        en:
          id.includes('-') && /^[a-z]/.test(id)
            ? id.replaceAll('-', ' + ')
            : id.replace(/-(lung|breast|SCLC)$/, ''),
        zh,
      },
      drugs: [...drugs].sort(),
      sites: sites.split(' ') as SiteGroupId[],
    };
  }),
);

/** Every regimen of the list. */
export function regimens(): readonly Regimen[] {
  return table();
}

export function regimen(id: string): Regimen | null {
  return table().find((r) => r.id === id) ?? null;
}

/**
 * Regimens made of exactly these drugs (ids), supportive drugs given on top ignored unless the regimen names them.
 * Where several have the same drugs (AC-T and its like), those in use for the site come first.
 */
export function regimensOf(drugIds: Iterable<string>, site?: SiteGroupId): readonly Regimen[] {
  const given = new Set(drugIds);
  const same = table().filter(
    (r) =>
      r.drugs.every((d) => given.has(d)) &&
      [...given].every((d) => r.drugs.includes(d) || IGNORED.has(d)),
  );
  if (!site) return same;
  return [...same].sort((a, b) => Number(b.sites.includes(site)) - Number(a.sites.includes(site)));
}

const IGNORED = new Set([
  'mesna',
  'dexamethasone',
  'prednisone',
  'prednisolone',
  'calcium folinate',
  'calcium levofolinate',
]);
