import { expect, test } from 'vitest';
import { recentPatients, rememberPatient } from './recent.ts';

const store = () => {
  const stored = new Map<string, string>();
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    stored,
  };
};

test('the latest opened comes first, each once, eight at most, each account its own', () => {
  const s = store();
  for (const id of ['a', 'b', 'c', 'a', 'd', 'e', 'f', 'g', 'h', 'i'])
    rememberPatient('one', id, s);
  expect(recentPatients('one', s)).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'a', 'c']);
  expect(recentPatients('two', s)).toEqual([]);
  expect([...s.stored.values()].join()).toMatch(/^[[\]",a-i]+$/);
});

test('what somebody else wrote there is passed over', () => {
  const s = store();
  for (const text of ['{', '{"a":1}', '[1,null,"a"]']) {
    s.setItem('nodp-recent-patients:one', text);
    expect(recentPatients('one', s)).toEqual(text.startsWith('[') ? ['a'] : []);
  }
});
