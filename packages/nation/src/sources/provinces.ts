/** A division of the country at province level. */
export interface Province {
  /** GB/T 2260, six digits. */
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  /** Without what kind of division it is: 广西, 内蒙古. */
  readonly short: string;
  readonly population: number;
}

/**
 * The 31 provinces, autonomous regions and municipalities of the census with their populations.
 *
 * Source: National Bureau of Statistics of China, Communiqué of the Seventh National Population Census
 * (No. 3), 11 May 2021; codes of GB/T 2260.
 */
const ROWS = `
110000 Beijing|北京市|北京|21893095
120000 Tianjin|天津市|天津|13866009
130000 Hebei|河北省|河北|74610235
140000 Shanxi|山西省|山西|34915616
150000 Inner Mongolia|内蒙古自治区|内蒙古|24049155
210000 Liaoning|辽宁省|辽宁|42591407
220000 Jilin|吉林省|吉林|24073453
230000 Heilongjiang|黑龙江省|黑龙江|31850088
310000 Shanghai|上海市|上海|24870895
320000 Jiangsu|江苏省|江苏|84748016
330000 Zhejiang|浙江省|浙江|64567588
340000 Anhui|安徽省|安徽|61027171
350000 Fujian|福建省|福建|41540086
360000 Jiangxi|江西省|江西|45188635
370000 Shandong|山东省|山东|101527453
410000 Henan|河南省|河南|99365519
420000 Hubei|湖北省|湖北|57752557
430000 Hunan|湖南省|湖南|66444864
440000 Guangdong|广东省|广东|126012510
450000 Guangxi|广西壮族自治区|广西|50126804
460000 Hainan|海南省|海南|10081232
500000 Chongqing|重庆市|重庆|32054159
510000 Sichuan|四川省|四川|83674866
520000 Guizhou|贵州省|贵州|38562148
530000 Yunnan|云南省|云南|47209277
540000 Tibet|西藏自治区|西藏|3648100
610000 Shaanxi|陕西省|陕西|39528999
620000 Gansu|甘肃省|甘肃|25019831
630000 Qinghai|青海省|青海|5923957
640000 Ningxia|宁夏回族自治区|宁夏|7202654
650000 Xinjiang|新疆维吾尔自治区|新疆|25852345
`;

export const provinces: readonly Province[] = ROWS.trim()
  .split('\n')
  .map((line) => {
    const code = line.slice(0, 6);
    const [en = '', zh = '', short = '', population] = line.slice(7).split('|');
    return { code, en, zh, short, population: Number(population) };
  });
