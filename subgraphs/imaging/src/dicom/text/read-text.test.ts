import { expect, test } from 'vitest';
import { readText } from './read-text.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const declared = (...terms: string[]) => ({ terms, undeclared: null });

/** PS3.5 annexes H, I and K: the standard's own examples. */
test.each([
  [
    'H.3.1',
    ['', 'ISO 2022 IR 87'],
    '59616d6164615e5461726f75 3d 1b2442 3b334544 1b2842 5e 1b2442 42404f3a 1b2842 3d 1b2442 246424 5e 2440 1b2842 5e 1b2442 243f 246d 2426 1b2842',
    'Yamada^Tarou=山田^太郎=やまだ^たろう',
  ],
  [
    'I.2',
    ['', 'ISO 2022 IR 149'],
    '486f6e675e47696c646f6e67 3d 1b242943 fbf3 5e 1b242943 d1ced4d7 3d 1b242943 c8ab 5e 1b242943 b1e6b5bf',
    'Hong^Gildong=洪^吉洞=홍^길동',
  ],
  [
    'K.2',
    ['', 'ISO 2022 IR 58'],
    '5a68616e675e5869616f446f6e67 3d 1b242941 d5c5 5e 1b242941 d0a1b6ab 3d',
    'Zhang^XiaoDong=张^小东=',
  ],
] as const)('a name as in %s', (_, terms, hex, text) => {
  expect(readText(bytes(hex), declared(...terms), true)).toBe(text);
});

test('a byte of GB18030 that looks like a backslash parts nothing', () => {
  // 誠 is D5 5C in GB18030: read before values are parted.
  expect(readText(bytes('d55c5c41'), declared('GB18030'), false)).toBe('誠\\A');
});

test('what declares nothing, or Latin 1, is read in the institution’s where it fits', () => {
  const name = bytes('cdf5d0a1b6ab');
  const chinese = { undeclared: 'gb18030' };
  expect(readText(name, { ...chinese, terms: [] }, true)).toBe('王小东');
  expect(readText(name, { ...chinese, terms: ['ISO_IR 100'] }, true)).toBe('王小东');
  expect(readText(bytes('4a e9 72'), { undeclared: null, terms: ['ISO_IR 100'] }, true)).toBe(
    'Jér',
  );
  expect(readText(Buffer.from('王'), { undeclared: null, terms: [] }, true)).toBe('王');
  // What was declared is believed.
  expect(readText(Buffer.from('王'), { ...chinese, terms: ['ISO_IR 192'] }, true)).toBe('王');
});
