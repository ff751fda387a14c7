import { expect, test } from 'vitest';
import { reservedName } from './reserved-names.ts';

test.each([
  ['{"resourceType":"Patient","id":{"valueOf":null}}', 'id.valueOf'],
  [
    '{"entry":[{},{"resource":{"code":{"coding":[{"__proto__":1}]}}}]}',
    'entry[1].resource.code.coding[0].__proto__',
  ],
  ['{"constructor":{"name":"x"}}', 'constructor'],
  ['{"a":{"hasOwnProperty":false}}', 'a.hasOwnProperty'],
  ['{"a":{"b\\u0000c":1}}', 'a.b\uFFFDc'],
  ['{"a":[{"\\ud800":1}]}', 'a[0].\uFFFD'],
])('%s', (json, where) => {
  expect(reservedName(JSON.parse(json))).toBe(where);
});

test('values, and names that only begin so, are anyone’s', () => {
  expect(
    reservedName(JSON.parse('{"text":"valueOf","valueOfAll":[null,"constructor",3]}')),
  ).toBeNull();
  expect(reservedName('valueOf')).toBeNull();
  expect(reservedName(null)).toBeNull();
});

test('five thousand levels are walked without a stack', () => {
  const deep = `${'{"a":'.repeat(5_000)}{"toString":1}${'}'.repeat(5_000)}`;
  expect(reservedName(JSON.parse(deep))).toMatch(/\.toString$/);
});
