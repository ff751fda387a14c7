/** Units as Chinese laboratories and wards write them, to UCUM. Source: 中华人民共和国法定计量单位 (State Council, 1984). */
const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    千克: 'kg',
    公斤: 'kg',
    克: 'g',
    毫克: 'mg',
    微克: 'ug',
    纳克: 'ng',
    皮克: 'pg',
    升: 'L',
    分升: 'dL',
    毫升: 'mL',
    微升: 'uL',
    飞升: 'fL',
    摩尔: 'mol',
    毫摩尔: 'mmol',
    微摩尔: 'umol',
    纳摩尔: 'nmol',
    皮摩尔: 'pmol',
    毫摩: 'mmol',
    微摩: 'umol',
    米: 'm',
    厘米: 'cm',
    公分: 'cm',
    毫米: 'mm',
    平方米: 'm2',
    平方厘米: 'cm2',
    立方厘米: 'cm3',
    立方毫米: 'mm3',
    秒: 's',
    秒钟: 's',
    分钟: 'min',
    小时: 'h',
    时: 'h',
    天: 'd',
    日: 'd',
    周: 'wk',
    月: 'mo',
    岁: 'a',
    年: 'a',
    毫米汞柱: 'mm[Hg]',
    千帕: 'kPa',
    帕: 'Pa',
    摄氏度: 'Cel',
    度: 'Cel',
    国际单位: '[IU]',
    毫国际单位: 'm[IU]',
    微国际单位: 'u[IU]',
    单位: 'U',
    戈瑞: 'Gy',
    厘戈瑞: 'cGy',
    千卡: 'kcal',
    毫秒: 'ms',
    千单位: 'kU',
    毫单位: 'mU',
    微单位: 'uU',
    飞克: 'fg',
    拷贝: '{copies}',
    毫居里: 'mCi',
    居里: 'Ci',
    贝可: 'Bq',
    毫渗量: 'mosm',
    毫渗: 'mosm',
    毫当量: 'meq',
    毫微克: 'ng',
    微微克: 'pg',
    吨: 't',
    公里: 'km',
    千米: 'km',
    分米: 'dm',
    微米: 'um',
    纳米: 'nm',
    立方米: 'm3',
    西弗: 'Sv',
    毫西弗: 'mSv',
    微西弗: 'uSv',
    毫戈瑞: 'mGy',
    戈: 'Gy',
    厘戈: 'cGy',
    微居里: 'uCi',
    千贝可: 'kBq',
    兆贝可: 'MBq',
    吉贝可: 'GBq',
    焦耳: 'J',
    焦: 'J',
    千焦: 'kJ',
    千焦耳: 'kJ',
    卡: 'cal',
    卡路里: 'cal',
    大卡: 'kcal',
    包年: '{PackYears}',
    高倍视野: '[HPF]',
    高倍镜: '[HPF]',
    高倍镜视野: '[HPF]',
    低倍视野: '[LPF]',
    低倍镜视野: '[LPF]',
    伏: 'V',
    毫伏: 'mV',
    微伏: 'uV',
    赫兹: 'Hz',
    兆赫: 'MHz',
    厘米水柱: 'cm[H2O]',
    毫米水柱: 'mm[H2O]',
    华氏度: '[degF]',
    摄氏: 'Cel',
    百分率: '%',
    千国际单位: 'k[IU]',
    毫克当量: 'meq',
    毫克分子: 'mmol',
    微克分子: 'umol',
    皮克分子: 'pmol',
    星期: 'wk',
    礼拜: 'wk',
    个月: 'mo',
    个小时: 'h',
    周岁: 'a',
    滴: '[drp]',
    // The market system of 1959: a jin is half a kilogram, a liang a tenth of it; a chi is a third of a metre, a cun a tenth of it.
    斤: '500.g',
    市斤: '500.g',
    两: '50.g',
  }),
);

/** What is counted has no unit of its own: 次/分 is /min, 个/μL is /uL, and 万 stands for ten thousand of them. */
const COUNTS = /^(?:次|个|只|条|根|例|细胞)$/;
const MULTIPLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    千: '10*3',
    万: '10*4',
    十万: '10*5',
    百万: '10*6',
    亿: '10*8',
    千万: '10*7',
    十亿: '10*9',
    万亿: '10*12',
  }),
);

/** A denominator 分 is a minute; alone, 分 is a score. */
const below = (part: string): string | null =>
  part === '分'
    ? 'min'
    : /^24小?时$/.test(part)
      ? '24h'
      : /^1小时$/.test(part)
        ? 'h'
        : part === '100毫升'
          ? 'dL'
          : (UNITS.get(part) ?? (/^[\x21-\x7e]+$/.test(part) ? part : null));

/** 万单位, 百万IU: so many units together. */
const timesUnit = (part: string): string | null => {
  const [, multiple = '', unit = ''] = /^(千|万|十万|百万|千万|亿|十亿|万亿)(.+)$/.exec(part) ?? [];
  const power = MULTIPLES.get(multiple);
  const known =
    UNITS.get(unit) ?? (/^(?:U|u)$/.test(unit) ? 'U' : /^iu$/i.test(unit) ? '[IU]' : null);
  return power === undefined || known === null ? null : `${power}.${known}`;
};

const above = (part: string): string | null => {
  const [, multiple = '', counted = ''] =
    /^(千|万|十万|百万|千万|亿|十亿|万亿)?(次|个|只|条|根|例|细胞)?$/.exec(part) ?? [];
  if (multiple !== '') return MULTIPLES.get(multiple) ?? null;
  if (counted !== '' || COUNTS.test(part)) return '';
  const [, exponent] = /^[x*]?10(?:[\^*]|的)(\d+)(?:次方|次幂)?(?:个|细胞)?$/.exec(part) ?? [];
  if (exponent !== undefined) return `10*${exponent}`;
  return UNITS.get(part) ?? timesUnit(part) ?? (/^[\x21-\x7e]+$/.test(part) ? part : null);
};

/** The writing in Latin of a unit with Chinese in it, where it is sure; else null. Every part is known or already Latin. */
export function fromChinese(text: string): string | null {
  if (!/\p{Script=Han}/u.test(text)) return null;
  const surface = text
    .replace(/毫升\/\(?分钟?(?=[·.*/]1\.73)/, 'mL/min')
    .replace(/(?<=1\.73)(?:平方米)/, 'm2');
  if (!/\p{Script=Han}/u.test(surface)) return surface;
  const parts = text.replace(/每/g, '/').split(/[/／]/);
  const [first = '', ...rest] = parts;
  if (parts.length === 1 && (COUNTS.test(first) || MULTIPLES.has(first))) return null;
  const top = above(first);
  const bottom = rest.map(below);
  if (top === null || bottom.some((part) => part === null)) return null;
  const unit = [top, ...bottom].join('/');
  return unit === '' ? null : unit;
}
