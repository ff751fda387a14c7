import { Secret } from 'otpauth';
import { expect, test } from 'vitest';
import {
  codeAt,
  newRecoveryCodes,
  newSecret,
  recoveryHash,
  secretUri,
  stepOf,
} from './one-time-codes.ts';

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
const rfc = Secret.fromUTF8('12345678901234567890').base32;
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at %i s the code of RFC 6238', (seconds, code) => {
  expect(codeAt(rfc, seconds * 1000)).toBe(code);
  expect(stepOf(rfc, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

test('a code counts one step early and late, and no more', () => {
  const at = 1111111111_000;
  const step = Math.floor(at / 30_000);
  const code = codeAt(rfc, at);
  expect([-60, -30, 0, 30, 60].map((late) => stepOf(rfc, code, at + late * 1000))).toEqual([
    null,
    step,
    step,
    step,
    null,
  ]);
});

test.each(['', '28708', '2870822', 'abcdef', '２８７０８２', '-87082', '287082; --'])(
  '%j is no code',
  (code) => expect(stepOf(rfc, code, 59_000)).toBeNull(),
);

test('a code is read as it is typed, with spaces', () => {
  expect(stepOf(rfc, ' 287 082 ', 59_000)).toBe(1);
});

test('secrets have 160 bits and an address that authenticators read', () => {
  const secret = newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(secret);
  const uri = new URL(secretUri(secret, 'li@hospital'));
  expect([uri.protocol, uri.searchParams.get('secret'), uri.searchParams.get('issuer')]).toEqual([
    'otpauth:',
    secret,
    'NODP',
  ]);
});

test('recovery codes are ten, different, and kept as hashes of the account’s own', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  const [code = ''] = codes;
  expect(recoveryHash('li', code.toLowerCase().replaceAll('-', ' '))).toBe(
    recoveryHash('li', code),
  );
  expect(recoveryHash('li', code)).not.toBe(recoveryHash('wang', code));
  expect(recoveryHash('li', '287082')).toBeNull();
});
