import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileKindOf, fileName } from './file-kind.ts';

const text = (words: string) => new TextEncoder().encode(words);

test('bytes are what they begin with, whatever they are called', () => {
  expect(fileKindOf(text('%PDF-1.7\n…'))).toBe('application/pdf');
  expect(fileKindOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe(
    'image/png',
  );
  expect(fileKindOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
  expect(fileKindOf(text('外院病理：腺癌'))).toBe('text/plain');
});

test('pages, drawings, programs, packed files and nothing are not stored', () => {
  for (const words of [
    '<!DOCTYPE html><script>alert(1)</script>',
    '\uFEFF  <html>',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    '<?xml version="1.0"?><x/>',
    '',
  ])
    expect(fileKindOf(text(words)), words).toBeNull();
  expect(fileKindOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toBeNull();
  expect(fileKindOf(Uint8Array.of(0x4d, 0x5a, 0x90, 0))).toBeNull();
  expect(fileKindOf(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0))).toBeNull();
  expect(fileKindOf(Uint8Array.of(0xc3, 0x28))).toBeNull();
});

test('a name has the ending of what the bytes are', () => {
  expect(fileName('外院 病理.pdf', 'application/pdf')).toBe('外院 病理.pdf');
  expect(fileName('scan.html', 'text/plain')).toBe('scan.html.txt');
  expect(fileName('..\\..\\x.exe', 'application/pdf')).toBe('x.exe.pdf');
  expect(fileName('a\u202Efdp.exe"', 'image/png')).toBe('afdp.exe.png');
  expect(fileName('', 'image/jpeg')).toBe('file.jpg');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const name = fileName(given, 'text/plain');
      expect(name).toMatch(/\.(?:txt|csv|md)$/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these is left.
      expect(name).not.toMatch(/[\u0000-\u001f"\\/\u202e]/);
      expect([...name].length).toBeLessThan(130);
    }),
  );
});
