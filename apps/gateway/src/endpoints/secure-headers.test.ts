import { expect, test } from 'vitest';
import { secureHeaders } from './secure-headers.ts';

const told = (status: number, own: Record<string, string> = {}) => {
  const headers = new Headers(own);
  secureHeaders(headers, { secure: true, asset: false, status });
  return headers;
};

test('an answer that is no page runs nothing; a page keeps its own policy', () => {
  expect(told(200).get('content-security-policy')).toMatch("default-src 'none'");
  const own = { 'content-security-policy': "default-src 'self'" };
  expect(told(200, own).get('content-security-policy')).toBe("default-src 'self'");
});

test('a page that did not change keeps the policy that the browser stored with it', () => {
  const headers = told(304);
  expect(headers.has('content-security-policy')).toBe(false);
  expect(headers.has('cache-control')).toBe(false);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});
