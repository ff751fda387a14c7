import type { Label } from '@nodp/terminology';
import { ownOf } from '../registry/fields.ts';
import { mitoticRate } from './mitotic-rate.ts';
import type { Factor } from './table.ts';

/** How a factor is written, and what a value that was not recorded stands for. */
export interface FactorReading {
  /** Said to whoever enters it: unit, values. */
  readonly doc: Label;
  /** The value of the stage tables that is meant; `X` where it is said to be unknown; null where it is none. */
  readonly read: (text: string) => string | null;
  /** The value that counts where none is recorded, with what is thereby assumed. */
  readonly absent?: { readonly value: string; readonly assumption: Assumption };
}

export type Assumption =
  | 'm-not-recorded'
  | 'oncotype-not-done'
  | 'p16-not-tested'
  | 'edition-of-no-date';

const UNKNOWN = /^(?:x|gx|sx|9|99|unknown|不详|未知)$/i;

const oneOf =
  (values: Readonly<Record<string, string>>) =>
  (text: string): string | null =>
    UNKNOWN.test(text.trim()) ? 'X' : (ownOf(values, text.trim().toLowerCase()) ?? null);

/** A number of a text, which may carry nothing else; null where it is none. */
const numberOf = (text: string): number | null =>
  /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null;

const band =
  (bands: (value: number) => string) =>
  (text: string): string | null => {
    if (/^(?:x|unknown|不详|未知)$/i.test(text.trim())) return 'X';
    const value = numberOf(text);
    return value === null ? null : bands(value);
  };

const RECEPTOR = oneOf({
  '0': '0',
  '1': '1',
  negative: '0',
  positive: '1',
  '-': '0',
  '+': '1',
  阴性: '0',
  阳性: '1',
});

const RATES: Readonly<Record<string, string>> = {
  low: 'low',
  high: 'high',
  低: 'low',
  高: 'high',
  x: 'X',
  unknown: 'X',
  不详: 'X',
  未知: 'X',
};

/** Every factor that a stage table asks for. */
export const FACTORS: Readonly<Record<string, FactorReading>> = {
  grade: {
    doc: {
      en: 'histological grade 1, 2 or 3; 9 or X: not assessed',
      zh: '组织学分级1、2或3；9或X：未评估',
    },
    read: oneOf({ '1': '1', '2': '2', '3': '3', '4': '3', g1: '1', g2: '2', g3: '3', g4: '3' }),
  },
  location: {
    doc: {
      en: 'epicentre in the oesophagus: upper, middle, lower (0, 1, 2; 9 or X: unknown)',
      zh: '食管内肿瘤中心位置：上段、中段、下段（0、1、2；9或X：不详）',
    },
    read: oneOf({
      '0': 'U',
      '1': 'M',
      '2': 'L',
      u: 'U',
      m: 'M',
      l: 'L',
      upper: 'U',
      middle: 'M',
      lower: 'L',
      上段: 'U',
      中段: 'M',
      下段: 'L',
    }),
  },
  psa: {
    doc: { en: 'PSA before treatment in ng/mL', zh: '治疗前PSA，ng/mL' },
    read: band((value) => (value < 10 ? '<10' : value < 20 ? '10-20' : '>=20')),
  },
  grade_group: {
    doc: { en: 'grade group (ISUP) 1 to 5', zh: '分级分组（ISUP）1至5' },
    read: oneOf({ '1': '1', '2': '2', '3': '3', '4': '4', '5': '5' }),
  },
  s_category: {
    doc: {
      en: 'serum markers after orchiectomy, S0 to S3; 9 or X: not done',
      zh: '睾丸切除术后血清标志物，S0至S3；9或X：未检测',
    },
    read: oneOf({ '0': '0', '1': '1', '2': '2', '3': '3', s0: '0', s1: '1', s2: '2', s3: '3' }),
  },
  her2: { doc: { en: 'HER2: 0 negative, 1 positive', zh: 'HER2：0阴性，1阳性' }, read: RECEPTOR },
  er: {
    doc: { en: 'oestrogen receptor: 0 negative, 1 positive', zh: '雌激素受体：0阴性，1阳性' },
    read: RECEPTOR,
  },
  pr: {
    doc: { en: 'progesterone receptor: 0 negative, 1 positive', zh: '孕激素受体：0阴性，1阳性' },
    read: RECEPTOR,
  },
  oncotype_under_11: {
    doc: {
      en: 'Oncotype DX recurrence score below 11: YES or NO',
      zh: 'Oncotype DX复发评分是否低于11：YES或NO',
    },
    read: oneOf({ yes: 'YES', no: 'NO', true: 'YES', false: 'NO' }),
    absent: { value: 'NO', assumption: 'oncotype-not-done' },
  },
  age: {
    doc: { en: 'age at diagnosis in years', zh: '诊断年龄（岁）' },
    read: band((value) => (value < 55 ? '<55' : '>=55')),
  },
  mitotic_rate: {
    doc: {
      en: 'mitoses per 5 mm² (3, ≤5/50HPF, 2/mm²), or low (5 or fewer) or high',
      zh: '每5 mm²核分裂象数（3、≤5/50HPF、2/mm²），或low（≤5）、high（>5）',
    },
    // Nine mitoses are nine: no figure says here that nothing is known.
    read: (text) => ownOf(RATES, text.trim().toLowerCase()) ?? mitoticRate(text),
  },
  b_category: {
    doc: { en: 'blood involvement B0, B1 or B2', zh: '血液受累B0、B1或B2' },
    read: oneOf({
      '0': '0',
      '1': '1',
      '2': '2',
      b0: '0',
      b1: '1',
      b2: '2',
      b0a: '0',
      b0b: '0',
      b1a: '1',
      b1b: '1',
    }),
  },
  p16: {
    doc: { en: 'p16 of the oropharynx: 0 negative, 1 positive', zh: '口咽癌p16：0阴性，1阳性' },
    read: RECEPTOR,
  },
  siewert: {
    doc: {
      en: 'Siewert type of a tumour of the oesophagogastric junction, I to III',
      zh: '食管胃结合部肿瘤Siewert分型，I至III',
    },
    read: (text) =>
      oneOf({ '1': 'I', '2': 'II', '3': 'III', i: 'I', ii: 'II', iii: 'III' })(
        text.normalize('NFKC').replaceAll(/siewert|type|分型|型|[\s:]/gi, ''),
      ),
  },
};

export type FactorValues = Readonly<Record<string, string | null>>;

export interface FactorMeaning {
  readonly values: readonly string[];
  readonly unknown: boolean;
  readonly assumption: Assumption | null;
  /** What was written is no value of the factor. */
  readonly wrong: boolean;
}

/** The values of a table's factor that what is recorded may mean. */
export const factorMeaning = (factor: Factor, given: FactorValues): FactorMeaning => {
  const reading = FACTORS[factor.name];
  const text = given[factor.name] ?? null;
  const open = { values: factor.values, unknown: true, assumption: null, wrong: false };
  if (reading === undefined) return open;
  if (text === null || text.trim() === '') {
    const { absent } = reading;
    return absent === undefined
      ? open
      : { values: [absent.value], unknown: false, assumption: absent.assumption, wrong: false };
  }
  const value = reading.read(text);
  if (value === null) return { ...open, wrong: true };
  return factor.values.includes(value) ? { ...open, values: [value], unknown: false } : open;
};
