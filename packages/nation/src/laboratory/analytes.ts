/** A laboratory test as the nation's hospitals do it, in its usual unit. */
export interface Analyte {
  readonly loinc: string;
  readonly zh: string;
  readonly category: string;
  /** UCUM. */
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly decimals: number;
  /** Median and spread (SD of the logarithm) in people without disease. */
  readonly healthy: readonly [median: number, spread: number];
  /** Below this the laboratory reports `<`. */
  readonly limit: number | null;
}

const ROWS = `
CEA|2039-6|癌胚抗原|tumour-marker|ng/mL||5|2|1.8 0.45|0.5
AFP|1834-1|甲胎蛋白|tumour-marker|ng/mL||20|2|2.6 0.4|0.6
CA199|24108-3|糖类抗原19-9|tumour-marker|U/mL||37|1|9 0.5|2
CA125|10334-1|糖类抗原125|tumour-marker|U/mL||35|1|12 0.4|
CA153|6875-9|糖类抗原15-3|tumour-marker|U/mL||25|1|10 0.35|
CA724|17843-4|糖类抗原72-4|tumour-marker|U/mL||6.9|2|1.7 0.5|0.3
PSA|2857-1|总前列腺特异性抗原|tumour-marker|ng/mL||4|3|0.9 0.5|0.006
SCC|9679-2|鳞状上皮细胞癌抗原|tumour-marker|ng/mL||1.5|2|0.8 0.25|0.1
CYFRA211|25390-6|细胞角蛋白19片段|tumour-marker|ng/mL||3.3|2|1.6 0.3|0.1
NSE|15060-7|神经元特异性烯醇化酶|tumour-marker|ng/mL||16.3|2|10.5 0.2|
TG|3013-0|甲状腺球蛋白|tumour-marker|ng/mL|3.5|77|2|12 0.5|0.04
HCG|19080-1|人绒毛膜促性腺激素|tumour-marker|[IU]/L||5|1|0.8 0.3|0.5
EBV|43730-1|EB病毒DNA|laboratory|{copies}/mL||500|0|40 0.6|400
B2M|1952-1|β2-微球蛋白|tumour-marker|mg/L|0.8|2.2|2|1.5 0.2|
LDH|14804-9|乳酸脱氢酶|chemistry|U/L|120|250|0|175 0.15|
WBC|6690-2|白细胞计数|haematology|10*9/L|3.5|9.5|2|6 0.25|
NEU|751-8|中性粒细胞绝对值|haematology|10*9/L|1.8|6.3|2|3.5 0.3|
HGB|718-7|血红蛋白|haematology|g/L|||0|132 0.1|
PLT|777-3|血小板计数|haematology|10*9/L|125|350|0|215 0.25|
ALT|1742-6|丙氨酸氨基转移酶|liver|U/L|7|50|0|21 0.4|
ALB|1751-7|白蛋白|liver|g/L|40|55|1|42.5 0.08|
CRE|14682-9|肌酐|chemistry|umol/L|41|97|0|68 0.2|
TBIL|14631-6|总胆红素|liver|umol/L||26|1|11 0.35|
`;

const numberOrNull = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Number(text);

/** By the key that cancers name them by. */
export const analytes: Readonly<Record<string, Analyte>> = Object.fromEntries(
  ROWS.trim()
    .split('\n')
    .map((line) => {
      const [
        key = '',
        loinc = '',
        zh = '',
        kind = '',
        unit = '',
        low,
        high,
        decimals,
        healthy,
        limit,
      ] = line.split('|');
      const [median = 1, spread = 0] = (healthy ?? '').split(' ').map(Number);
      return [
        key,
        {
          loinc,
          zh,
          category: kind,
          unit,
          low: numberOrNull(low),
          high: numberOrNull(high),
          decimals: Number(decimals),
          healthy: [median, spread],
          limit: numberOrNull(limit),
        } satisfies Analyte,
      ];
    }),
);

export const analyte = (key: string): Analyte => {
  const found = analytes[key];
  if (found === undefined) throw new RangeError(`no analyte ${key}`);
  return found;
};
