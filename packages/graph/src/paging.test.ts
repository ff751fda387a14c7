import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connection, decodeCursor, encodeCursor, pageSize } from './paging.ts';

const uuid = '01900000-0000-7000-8000-0000000000aa';
const instant = '2024-03-01 02:00:00.123456+00';

test('a cursor holds the sort key of its row', () => {
  const key = [instant, 2024, '2024-03-01', -3.25, uuid];
  expect(decodeCursor(encodeCursor(key), ['instant', 'integer', 'date', 'number', 'uuid'])).toEqual(
    key,
  );
});

test.each([
  ['too few parts', encodeCursor([uuid])],
  ['too many parts', encodeCursor([instant, uuid, uuid])],
  ['parts of another kind', encodeCursor(['yesterday', uuid])],
  ['a number for a text', encodeCursor([1, uuid])],
  ['an object', Buffer.from('{"0":1}').toString('base64url')],
  ['no JSON', 'somewhere'],
  ['nothing', ''],
])('a cursor of %s is refused', (_, cursor) => {
  expect(() => decodeCursor(cursor, ['instant', 'uuid'])).toThrow('not a cursor of this list');
});

test('whatever is sent as a cursor, nothing but a sort key comes out', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const cursor = Buffer.from(json).toString('base64url');
      expect(() => decodeCursor(cursor, ['integer', 'uuid'])).toThrow('not a cursor of this list');
    }),
  );
});

test('a page is 1 to the most it may be', () => {
  expect(pageSize(null, 20, 100)).toBe(20);
  expect(pageSize(100, 20, 100)).toBe(100);
  for (const size of [0, -1, 101]) expect(() => pageSize(size, 20, 100)).toThrow('from 1 to 100');
});

test('one row more than the page tells that more follow', () => {
  const keyOf = (n: number) => [n];
  const page = connection([1, 2, 3], 2, keyOf);
  expect(page.edges.map(({ node }) => node)).toEqual([1, 2]);
  expect(page.pageInfo).toEqual({ hasNextPage: true, endCursor: encodeCursor([2]) });
  expect(connection([1, 2], 2, keyOf).pageInfo.hasNextPage).toBe(false);
  expect(connection([], 2, keyOf)).toEqual({
    edges: [],
    pageInfo: { hasNextPage: false, endCursor: null },
  });
});
