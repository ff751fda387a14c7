import { expect, test } from 'vitest';
import { firstPart } from './multipart.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the first part is as long as it says, whatever is in it', () => {
  const body = bytes(
    '--b\r\nContent-Type: x\r\nContent-Length: 9\r\n\r\na\r\n--b\r\nc\r\n--b--\r\n',
  );
  expect(new TextDecoder().decode(firstPart(body))).toBe('a\r\n--b\r\nc');
});

test('what was cut off is no frame', () => {
  expect(() => firstPart(bytes('--b\r\nContent-Length: 9\r\n\r\nabc'))).toThrow(RangeError);
  expect(() => firstPart(bytes('nothing'))).toThrow(RangeError);
});
