import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NotDecoded, textReader } from './encoding.ts';

// 王小明 in GB 18030; 誠 ends in a backslash there.
const GB = Buffer.from('cdf5d0a1c3f7d55c', 'hex');
const read = (chunks: readonly Uint8Array[], said?: string) => {
  const reader = textReader(said);
  const text = [...chunks.map((chunk) => reader.push(chunk)), reader.end()].join('');
  return { text, encoding: reader.encoding() };
};

test('UTF-8 and GB 18030 are told apart, and a mark of byte order counts', () => {
  expect(read([Buffer.from('姓名,王')])).toEqual({ text: '姓名,王', encoding: 'utf-8' });
  expect(read([Buffer.from('name,'), GB])).toEqual({ text: 'name,王小明誠', encoding: 'gb18030' });
  expect(read([Buffer.from('\uFEFF王', 'utf16le')])).toEqual({ text: '王', encoding: 'utf-16le' });
  expect(read([Buffer.from('\uFEFF王')])).toEqual({ text: '王', encoding: 'utf-8-bom' });
  expect(read([Buffer.from('plain')])).toEqual({ text: 'plain', encoding: null });
});

test('what the sender says is believed, and what does not fit is not stored broken', () => {
  expect(read([GB], 'GBK').text).toBe('王小明誠');
  expect(() => read([GB], 'utf-8')).toThrow(NotDecoded);
  expect(() => read([Buffer.from('王'.repeat(40_000)), GB])).toThrow(NotDecoded);
});

test('signs are whole wherever the chunks part them', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '\n', '王', '明', '𠮷') });
  fc.assert(
    fc.property(text, fc.array(fc.nat(60)), (sent, cuts) => {
      const bytes = Buffer.from(sent);
      const at = [0, ...cuts.filter((c) => c < bytes.length).sort((a, b) => a - b), bytes.length];
      expect(read(at.slice(1).map((to, i) => bytes.subarray(at[i], to))).text).toBe(sent);
    }),
  );
});
