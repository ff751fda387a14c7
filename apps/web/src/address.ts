/** What a page keeps in its address: plain words, lists joined by commas, so people can read them. */

import { isDay } from './format/date.ts';

/** The search part of an address as strings. */
export type Search = { [name: string]: string | undefined };

export const parseSearch = (search: string): Search =>
  Object.fromEntries(new URLSearchParams(search));

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
  );
  // These need no escape in a query (RFC 3986, section 3.4) and read better without one.
  const text = new URLSearchParams(pairs)
    .toString()
    .replace(/%(?:2C|2F|3A|7E)/g, (escaped) => decodeURIComponent(escaped));
  return text ? `?${text}` : '';
}

/** The members of a list in an address that are among those allowed. */
export const listOf = <Value extends string>(
  text: string | undefined,
  allowed: readonly Value[],
): Value[] => {
  const given = new Set(text?.split(',') ?? []);
  return allowed.filter((value) => given.has(value));
};

/** The days of an address in their order; a day that is none is passed over. */
export function daysOf(search: Search): { from?: string; to?: string } {
  const [from, to] = [search.from, search.to].map((day) => (day && isDay(day) ? day : undefined));
  const turned = from !== undefined && to !== undefined && from > to;
  const [first, last] = turned ? [to, from] : [from, to];
  return { ...(first ? { from: first } : {}), ...(last ? { to: last } : {}) };
}

/** A list for an address; undefined where it is empty, so that it leaves the address. */
export const joined = (values: readonly string[]): string | undefined =>
  values.length > 0 ? values.join(',') : undefined;

/** A way back that stays within the app. */
export const safeReturn = (path: string | undefined): string =>
  path && /^\/(?![/\\])/.test(path) && !path.startsWith('/sign-in') ? path : '/';
