import type { Address } from '@medplum/fhirtypes';
import { PROVINCES } from '@nodp/terminology/provinces';
import { describe, expect, test } from 'vitest';
import { residenceOf } from './residence.ts';

describe('the province a Patient lives in', () => {
  const cases: readonly (readonly [Address, string | null])[] = [
    [{ state: '广东省', city: '广州市' }, '440000'],
    [{ state: 'Guangdong', country: 'CN' }, '440000'],
    [{ state: '440106' }, '440000'],
    [{ state: 'CN-44' }, '440000'],
    [{ city: '北京市', district: '海淀区' }, '110000'],
    [{ text: '广东省广州市越秀区东风东路651号' }, '440000'],
    [{ text: '中国 内蒙古呼和浩特市新城区' }, '150000'],
    [{ text: '上海徐汇区东安路270号' }, '310000'],
    [{ text: '17 Panjiayuan, Chaoyang, Beijing 100021, China' }, '110000'],
    [{ country: 'TW' }, '710000'],
    [{ country: 'HK' }, '810000'],
    [{ country: 'MO' }, '820000'],
    [{ country: 'MAC' }, '820000'],
    [{ country: 'HKG', text: '香港九龙亚皆老街147号' }, '810000'],
    // As Synthea writes them.
    [{ line: ['1 Main St'], city: 'Boston', state: 'Massachusetts', country: 'US' }, null],
    [{ city: 'Boston', state: 'MA' }, null],
    [{ city: 'Beijing', country: 'United States' }, null],
    // Another place, or a street, that begins like a province.
    [{ text: '海南藏族自治州共和县' }, null],
    [{ text: '河南蒙古族自治县' }, null],
    [{ text: '北京西路1号' }, null],
    [{ text: '不详' }, null],
    [{}, null],
  ];
  test.each(cases)('%j: %s', (address, code) => {
    expect(residenceOf([address])).toBe(code);
  });

  test('of several addresses the home, never the one of work or former times', () => {
    const work: Address = { use: 'work', state: '上海市' };
    const unsaid: Address = { state: '江苏省' };
    const home: Address = { use: 'home', state: '浙江省' };
    expect(residenceOf([work, unsaid, home])).toBe('330000');
    expect(residenceOf([work, unsaid])).toBe('320000');
    expect(residenceOf([work, { ...home, use: 'old' }])).toBeNull();
    expect(residenceOf()).toBeNull();
  });

  test('every division by each of its names, alone and at the head of an address', () => {
    for (const { code, label, fullName } of PROVINCES) {
      for (const name of [code, label.en, label.zh, fullName.en, fullName.zh])
        expect(residenceOf([{ state: name }]), name).toBe(code);
      for (const name of [label.zh, fullName.zh])
        expect(residenceOf([{ text: `${name}样例市1号` }]), name).toBe(code);
      expect(residenceOf([{ text: `1 Sample Road, ${label.en} 100000` }]), label.en).toBe(code);
    }
  });
});
