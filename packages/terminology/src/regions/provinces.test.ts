import { describe, expect, it } from 'vitest';
import { referenceRows, WITHOUT_SHARED } from '../testing/shared.ts';
import { PROVINCES, provinceOf, provinceOfName } from './provinces.ts';

describe.skipIf(WITHOUT_SHARED)('against the 2020 census', () => {
  it('has its 31 divisions, names and populations', () => {
    const census = referenceRows('china_provinces_census2020.csv').map(([code, en, zh, people]) => [
      code,
      en,
      zh,
      Number(people),
    ]);
    expect(
      PROVINCES.slice(0, 31).map((p) => [p.code, p.label.en, p.fullName.zh, p.population2020]),
    ).toEqual(census);
  });
});

describe('provinces', () => {
  it('are 34', () => {
    expect(new Set(PROVINCES.map((p) => p.code)).size).toBe(34);
    expect(PROVINCES.reduce((sum, p) => sum + (p.population2020 ?? 0), 0)).toBe(1_409_778_724); // with the forces the census says 1,411,778,724
  });
  it('are found by any code and name', () => {
    expect(provinceOf('440106')?.label.en).toBe('Guangdong');
    expect(provinceOf('65')?.fullName.zh).toBe('新疆维吾尔自治区');
    expect(provinceOf('990000')).toBeNull();
    expect(provinceOf('1')).toBeNull();
    expect(provinceOfName('广西')?.code).toBe('450000');
    expect(provinceOfName('Guangxi Zhuang Autonomous Region')?.code).toBe('450000');
    expect(provinceOfName('Xizang')?.code).toBe('540000');
    expect(provinceOfName('Macau')?.code).toBe('820000');
    expect(provinceOfName('nowhere')).toBeNull();
  });
});
