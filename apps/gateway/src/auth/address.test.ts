import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

const from = { incoming: { socket: { remoteAddress: '10.0.0.2' } } as IncomingMessage };

test('without proxies the header is not believed', () => {
  expect(addressOf(from, '203.0.113.9', 0)).toBe('10.0.0.2');
});

test('with proxies, what the outermost of them saw; what the caller wrote before it is not believed', () => {
  expect(addressOf(from, '203.0.113.9', 1)).toBe('203.0.113.9');
  expect(addressOf(from, '1.2.3.4, 203.0.113.9', 1)).toBe('203.0.113.9');
  expect(addressOf(from, '1.2.3.4, 203.0.113.9, 10.0.0.1', 2)).toBe('203.0.113.9');
});

test('a proxy that writes no header is the caller itself', () => {
  expect(addressOf(from, undefined, 1)).toBe('10.0.0.2');
  expect(addressOf({}, undefined, 0)).toBe('unknown');
});
