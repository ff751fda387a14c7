import { random } from '../random/random.ts';
import { uuid7, uuid7Time } from '../random/uuid.ts';
import { type Weighted, weighted } from '../random/weighted.ts';
import { type Province, provinces } from '../sources/provinces.ts';

export type Tier = 'NATIONAL' | 'PROVINCIAL' | 'MUNICIPAL' | 'GENERAL';

export interface Institution {
  readonly id: string;
  /** Its place in the network's list. */
  readonly index: number;
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly tier: Tier;
  /** GB/T 2260. */
  readonly regionCode: string;
}

const MADE = Date.UTC(2014, 0, 1);

const make = (
  index: number,
  code: string,
  tier: Tier,
  regionCode: string,
  nameEn: string,
  nameZh: string,
): Institution => {
  const chance = random(0x696e7374, index);
  const id = uuid7(uuid7Time(MADE + index), index, chance.bits(), chance.bits());
  return { id, index, code, nameEn, nameZh, tier, regionCode };
};

const countOf = (province: Province, perMillion: number, most: number): number =>
  Math.min(most, 1 + Math.floor((province.population / 1_000_000) * perMillion));

/**
 * The hospitals of the nation, alike for every seed. None exists: names are made of the province, the
 * word model (模拟) and a number.
 */
export const institutions: readonly Institution[] = (() => {
  const all: Institution[] = [];
  const add = (code: string, tier: Tier, region: string, en: string, zh: string) =>
    all.push(make(all.length, code, tier, region, en, zh));
  add('NCC', 'NATIONAL', '110000', 'Model National Cancer Centre', '模拟国家癌症中心');
  for (const province of provinces) {
    const { code, en, short } = province;
    const two = code.slice(0, 2);
    add(`P${two}`, 'PROVINCIAL', code, `${en} Model Cancer Hospital`, `${short}模拟肿瘤医院`);
    for (let n = 1; n <= countOf(province, 1 / 40, 3); n++) {
      add(
        `M${two}${n}`,
        'MUNICIPAL',
        code,
        `${en} Model Municipal Cancer Hospital No. ${n}`,
        `${short}模拟市第${'一二三'.charAt(n - 1)}肿瘤医院`,
      );
    }
    for (let n = 1; n <= countOf(province, 1 / 35, 4); n++) {
      add(
        `G${two}${n}`,
        'GENERAL',
        code,
        `${en} Model General Hospital No. ${n}, Department of Oncology`,
        `${short}模拟第${'一二三四'.charAt(n - 1)}综合医院肿瘤科`,
      );
    }
  }
  return all;
})();

/** How patients choose among the hospitals of their province; the shares are ours. */
const PULL: Readonly<Record<Tier, number>> = {
  NATIONAL: 0,
  PROVINCIAL: 46,
  MUNICIPAL: 16,
  GENERAL: 11,
};

const national = institutions[0] as Institution;
const byProvince: ReadonlyMap<string, Weighted<Institution>> = new Map(
  provinces.map(({ code }) => {
    const here = institutions.filter((i) => i.regionCode === code && i.tier !== 'NATIONAL');
    return [
      code,
      weighted(
        [...here, national],
        [...here.map((i) => PULL[i.tier]), code === '110000' ? 12 : 2.4],
      ),
    ];
  }),
);

/** The hospitals people of a province go to, with how many go to each. */
export const hospitalsOf = (province: string): Weighted<Institution> => {
  const found = byProvince.get(province);
  if (found === undefined) throw new RangeError(`no province ${province}`);
  return found;
};
