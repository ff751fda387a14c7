/** Drugs the nation's hospitals give: ATC code, name, the dose of one administration, and a key where the code is a group's. */
const ROWS = `
H02AB02|地塞米松|40 mg
H02AB07|泼尼松|100 mg
L01AA01|环磷酰胺|900 mg
L01AA02|苯丁酸氮芥|10 mg
L01AA06|异环磷酰胺|2500 mg
L01AX03|替莫唑胺|250 mg
L01AX04|达卡巴嗪|600 mg
L01BA01|甲氨蝶呤|80 mg
L01BA04|培美曲塞|800 mg
L01BC01|阿糖胞苷|160 mg
L01BC02|氟尿嘧啶|650 mg
L01BC05|吉西他滨|1600 mg
L01BC06|卡培他滨|1500 mg
L01BC07|阿扎胞苷|120 mg
L01BC08|地西他滨|32 mg
L01BC53|替吉奥|60 mg
L01BC59|曲氟尿苷替匹嘧啶|60 mg
L01CA02|长春新碱|2 mg
L01CA04|长春瑞滨|40 mg
L01CB01|依托泊苷|160 mg
L01CD01|紫杉醇|270 mg
L01CD02|多西他赛|120 mg
L01CE01|拓扑替康|2 mg
L01CE02|伊立替康|280 mg
L01DA01|放线菌素D|1 mg
L01DB01|多柔比星|80 mg
L01DB02|柔红霉素|75 mg
L01DB03|表柔比星|150 mg
L01DB08|吡柔比星|30 mg
L01DB06|伊达比星|18 mg
L01DC01|博来霉素|15 mg
L01EA01|伊马替尼|400 mg
L01EA02|达沙替尼|100 mg
L01EA03|尼洛替尼|300 mg
L01EB01|吉非替尼|250 mg
L01EB02|厄洛替尼|150 mg
L01EB04|奥希替尼|80 mg
L01EB08|埃克替尼|125 mg|icotinib
L01EB|阿美替尼|110 mg|almonertinib
L01EC02|达拉非尼|150 mg
L01ED01|克唑替尼|250 mg
L01ED03|阿来替尼|600 mg
L01ED05|洛拉替尼|100 mg
L01EE01|曲美替尼|2 mg
L01EF01|哌柏西利|125 mg
L01EF03|阿贝西利|150 mg
L01EF|达尔西利|150 mg|dalpiciclib
L01EG02|依维莫司|10 mg
L01EH|吡咯替尼|400 mg|pyrotinib
L01EJ01|芦可替尼|15 mg
L01EK01|阿昔替尼|5 mg
L01EK04|呋喹替尼|5 mg
L01EL01|伊布替尼|420 mg
L01EL03|泽布替尼|160 mg
L01EX01|舒尼替尼|50 mg
L01EX02|索拉非尼|400 mg
L01EX03|培唑帕尼|800 mg
L01EX05|瑞戈非尼|160 mg
L01EX08|仑伐替尼|12 mg
L01EX|阿帕替尼|750 mg|apatinib
L01EX|安罗替尼|12 mg|anlotinib
L01FA01|利妥昔单抗|600 mg
L01FC01|达雷妥尤单抗|1000 mg
L01FD01|曲妥珠单抗|420 mg
L01FD02|帕妥珠单抗|420 mg
L01FD03|恩美曲妥珠单抗|220 mg
L01FD04|德曲妥珠单抗|330 mg
L01FE01|西妥昔单抗|450 mg
L01FF01|纳武利尤单抗|240 mg
L01FF02|帕博利珠单抗|200 mg
L01FF03|度伐利尤单抗|1000 mg
L01FF05|阿替利珠单抗|1200 mg
L01FF09|替雷利珠单抗|200 mg
L01FF13|特瑞普利单抗|240 mg|toripalimab
L01FF|信迪利单抗|200 mg|sintilimab
L01FF|卡瑞利珠单抗|200 mg|camrelizumab
L01FG01|贝伐珠单抗|450 mg
L01FG02|雷莫西尤单抗|480 mg
L01FX07|贝林妥欧单抗|28 ug
L01XA01|顺铂|120 mg
L01XA02|卡铂|450 mg
L01XA03|奥沙利铂|200 mg
L01XF01|维A酸|40 mg
L01XG01|硼替佐米|2 mg
L01XK01|奥拉帕利|300 mg
L01XK02|尼拉帕利|200 mg
L01XX02|门冬酰胺酶|10000 [IU]
L01XX05|羟基脲|1000 mg
L01XX41|艾立布林|2 mg
L01XX27|三氧化二砷|10 mg
L01XX52|维奈克拉|400 mg
L02AB01|甲地孕酮|160 mg
L02AE02|亮丙瑞林|3.75 mg
L02AE03|戈舍瑞林|3.6 mg
L02BA01|他莫昔芬|20 mg
L02BA03|氟维司群|500 mg
L02BB03|比卡鲁胺|50 mg
L02BB04|恩扎卢胺|160 mg
L02BG03|阿那曲唑|1 mg
L02BG04|来曲唑|2.5 mg
L02BG06|依西美坦|25 mg
L02BX03|阿比特龙|1000 mg
L03AB05|干扰素α-2b|3000000 [IU]
L04AX02|沙利度胺|100 mg
L04AX04|来那度胺|25 mg
L04AX06|泊马度胺|4 mg
V03AF03|亚叶酸钙|650 mg
`;

export interface Drug {
  /** Its ATC code, or its name where the code is that of its group. */
  readonly key: string;
  readonly atc: string;
  readonly zh: string;
  readonly dose: readonly [value: number, unit: string];
}

export const drugs: ReadonlyMap<string, Drug> = new Map(
  ROWS.trim()
    .split('\n')
    .map((line) => {
      const [atc = '', zh = '', dose = '', key = atc] = line.split('|');
      const [value, unit = ''] = dose.split(' ');
      return [key, { key, atc, zh, dose: [Number(value), unit] } as const];
    }),
);

export const drug = (key: string): Drug => {
  const found = drugs.get(key);
  if (found === undefined) throw new RangeError(`no drug ${key}`);
  return found;
};
