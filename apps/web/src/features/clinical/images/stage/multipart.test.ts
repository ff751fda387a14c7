import { expect, test } from 'vitest';
import { firstPart, partsOf } from './multipart.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the first part is as long as it says, whatever is in it', () => {
  const body = bytes(
    '--b\r\nContent-Type: x\r\nContent-Length: 9\r\n\r\na\r\n--b\r\nc\r\n--b--\r\n',
  );
  expect(new TextDecoder().decode(firstPart(body))).toBe('a\r\n--b\r\nc');
});

test('parts come one after the other, each as long as it says', () => {
  const part = (text: string) => `--b\r\nContent-Length: ${text.length}\r\n\r\n${text}\r\n`;
  const body = bytes(`${part('one')}${part('')}${part('a\r\n\r\nb')}--b--\r\n`);
  expect(partsOf(body).map((one) => new TextDecoder().decode(one))).toEqual([
    'one',
    '',
    'a\r\n\r\nb',
  ]);
  expect(() => partsOf(body.subarray(0, body.length - 12))).toThrow(RangeError);
});

test('what was cut off is no frame', () => {
  expect(() => firstPart(bytes('--b\r\nContent-Length: 9\r\n\r\nabc'))).toThrow(RangeError);
  expect(() => firstPart(bytes('nothing'))).toThrow(RangeError);
});
