import type { Label } from '../label.ts';

export type Province = {
  /** GB/T 2260 six-digit code. */
  readonly code: string;
  /** Short names: Guangxi, 广西. */
  readonly label: Label;
  /** Full names: Guangxi Zhuang Autonomous Region, 广西壮族自治区. */
  readonly fullName: Label;
  /** Residents on 1 November 2020; null for the three divisions the census of 31 did not count. */
  readonly population2020: number | null;
  /** GB/T 2260 region, the first digit of the code. */
  readonly area: Label;
};

const AREAS: Readonly<Record<string, Label>> = {
  '1': { en: 'North', zh: '华北' },
  '2': { en: 'Northeast', zh: '东北' },
  '3': { en: 'East', zh: '华东' },
  '4': { en: 'Central and South', zh: '中南' },
  '5': { en: 'Southwest', zh: '西南' },
  '6': { en: 'Northwest', zh: '西北' },
  '7': { en: 'Taiwan', zh: '台湾' },
  '8': { en: 'Hong Kong and Macao', zh: '港澳' },
};

const ROWS: readonly (readonly [string, string, string, string, string, number | null])[] = [
  ['110000', 'Beijing', '北京', 'Municipality', '市', 21_893_095],
  ['120000', 'Tianjin', '天津', 'Municipality', '市', 13_866_009],
  ['130000', 'Hebei', '河北', 'Province', '省', 74_610_235],
  ['140000', 'Shanxi', '山西', 'Province', '省', 34_915_616],
  ['150000', 'Inner Mongolia', '内蒙古', 'Autonomous Region', '自治区', 24_049_155],
  ['210000', 'Liaoning', '辽宁', 'Province', '省', 42_591_407],
  ['220000', 'Jilin', '吉林', 'Province', '省', 24_073_453],
  ['230000', 'Heilongjiang', '黑龙江', 'Province', '省', 31_850_088],
  ['310000', 'Shanghai', '上海', 'Municipality', '市', 24_870_895],
  ['320000', 'Jiangsu', '江苏', 'Province', '省', 84_748_016],
  ['330000', 'Zhejiang', '浙江', 'Province', '省', 64_567_588],
  ['340000', 'Anhui', '安徽', 'Province', '省', 61_027_171],
  ['350000', 'Fujian', '福建', 'Province', '省', 41_540_086],
  ['360000', 'Jiangxi', '江西', 'Province', '省', 45_188_635],
  ['370000', 'Shandong', '山东', 'Province', '省', 101_527_453],
  ['410000', 'Henan', '河南', 'Province', '省', 99_365_519],
  ['420000', 'Hubei', '湖北', 'Province', '省', 57_752_557],
  ['430000', 'Hunan', '湖南', 'Province', '省', 66_444_864],
  ['440000', 'Guangdong', '广东', 'Province', '省', 126_012_510],
  ['450000', 'Guangxi', '广西', 'Zhuang Autonomous Region', '壮族自治区', 50_126_804],
  ['460000', 'Hainan', '海南', 'Province', '省', 10_081_232],
  ['500000', 'Chongqing', '重庆', 'Municipality', '市', 32_054_159],
  ['510000', 'Sichuan', '四川', 'Province', '省', 83_674_866],
  ['520000', 'Guizhou', '贵州', 'Province', '省', 38_562_148],
  ['530000', 'Yunnan', '云南', 'Province', '省', 47_209_277],
  ['540000', 'Tibet', '西藏', 'Autonomous Region', '自治区', 3_648_100],
  ['610000', 'Shaanxi', '陕西', 'Province', '省', 39_528_999],
  ['620000', 'Gansu', '甘肃', 'Province', '省', 25_019_831],
  ['630000', 'Qinghai', '青海', 'Province', '省', 5_923_957],
  ['640000', 'Ningxia', '宁夏', 'Hui Autonomous Region', '回族自治区', 7_202_654],
  ['650000', 'Xinjiang', '新疆', 'Uygur Autonomous Region', '维吾尔自治区', 25_852_345],
  ['710000', 'Taiwan', '台湾', 'Province', '省', null],
  ['810000', 'Hong Kong', '香港', 'Special Administrative Region', '特别行政区', null],
  ['820000', 'Macao', '澳门', 'Special Administrative Region', '特别行政区', null],
];

/**
 * The 34 divisions of the first level, in code order. Codes and names: GB/T 2260-2007. Population: Seventh
 * National Population Census, communiqué No. 3 (National Bureau of Statistics, 11 May 2021).
 */
export const PROVINCES: readonly Province[] = ROWS.map(
  ([code, en, zh, kindEn, kindZh, population]) => ({
    code,
    label: { en, zh },
    fullName: { en: `${en} ${kindEn}`, zh: zh + kindZh },
    population2020: population,
    area: AREAS[code.charAt(0)] ?? { en: '', zh: '' },
  }),
);

const BY_CODE = new Map(PROVINCES.map((province) => [province.code.slice(0, 2), province]));

/** The division a GB/T 2260 code of any level lies in (440106 -> Guangdong), or of a resident identity number. */
export function provinceOf(code: string): Province | null {
  return /^\d{2}(?:\d{4}|\d{15}[\dXx]|\d{16})?$/.test(code)
    ? (BY_CODE.get(code.slice(0, 2)) ?? null)
    : null;
}

const BY_NAME = new Map(
  PROVINCES.flatMap((p) =>
    [p.label.zh, p.fullName.zh, p.label.en.toLowerCase(), p.fullName.en.toLowerCase()].map(
      (name) => [name, p] as const,
    ),
  ),
);
BY_NAME.set('macau', PROVINCES[33] as Province);
BY_NAME.set('xizang', PROVINCES[25] as Province);

/** The division of a name, short or full, Chinese or English; null when none. */
export function provinceOfName(name: string): Province | null {
  return BY_NAME.get(name.trim().toLowerCase()) ?? null;
}
