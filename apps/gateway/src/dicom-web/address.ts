import type { Level, Named } from '@nodp/subgraph-imaging/dicom';

/** What an address of DICOMweb names (PS3.18 10.1). */
export type Address =
  | { readonly kind: 'store'; readonly study: string | null }
  | {
      readonly kind: 'search';
      readonly level: Level;
      readonly study: string | null;
      readonly series: string | null;
    }
  | {
      readonly kind: 'instances' | 'metadata' | 'rendered' | 'thumbnail';
      readonly named: Named;
      readonly frame: number | null;
    }
  | { readonly kind: 'frames'; readonly named: Named; readonly frames: readonly number[] }
  | { readonly kind: 'bulkdata'; readonly named: Named; readonly path: string }
  | { readonly kind: 'measurements' }
  | { readonly kind: 'set-aside'; readonly id: string | null };

const UID = /^[0-9.]{1,64}$/;
const LEVELS = { studies: 'study', series: 'series', instances: 'instance' } as const;
const MOST_FRAMES = 1_000;

const framesIn = (text: string): number[] | null => {
  const frames = text.split(',').map(Number);
  return frames.length <= MOST_FRAMES && frames.every((one) => Number.isInteger(one) && one > 0)
    ? frames
    : null;
};

/** Reads an address below `/dicom-web`; null where there is no such resource. */
export const addressOf = (method: string, pathname: string): Address | null => {
  const parts = pathname
    .split('/')
    .slice(2)
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  const [root] = parts;
  if (root === 'set-aside')
    return parts.length > 2 ? null : { kind: 'set-aside', id: parts[1] ?? null };
  if (root === 'measurements') return parts.length > 1 ? null : { kind: 'measurements' };
  if (method === 'POST')
    return root === 'studies' && parts.length <= 2
      ? { kind: 'store', study: parts[1] ?? null }
      : null;
  if (root === undefined || !(root in LEVELS)) return null;
  if (root !== 'studies')
    return parts.length === 1
      ? { kind: 'search', level: LEVELS[root as keyof typeof LEVELS], study: null, series: null }
      : null;
  const [, study, ...below] = parts;
  if (study === undefined) return { kind: 'search', level: 'study', study: null, series: null };
  if (!UID.test(study)) return null;
  const named = { study, series: null as string | null, instance: null as string | null };
  let rest = below;
  if (rest[0] === 'instances' && rest.length === 1)
    return { kind: 'search', level: 'instance', study, series: null };
  if (rest[0] === 'series') {
    if (rest.length === 1) return { kind: 'search', level: 'series', study, series: null };
    named.series = rest[1] ?? '';
    rest = rest.slice(2);
    if (!UID.test(named.series)) return null;
    if (rest[0] === 'instances') {
      if (rest.length === 1)
        return { kind: 'search', level: 'instance', study, series: named.series };
      named.instance = rest[1] ?? '';
      rest = rest.slice(2);
      if (!UID.test(named.instance)) return null;
    }
  }
  const [what, argument, last] = rest;
  if (what === undefined) return { kind: 'instances', named, frame: null };
  if ((what === 'metadata' || what === 'rendered' || what === 'thumbnail') && rest.length === 1)
    return { kind: what, named, frame: null };
  if (named.instance === null || argument === undefined) return null;
  if (what === 'bulkdata' && rest.length === 2) return { kind: 'bulkdata', named, path: argument };
  const frames = what === 'frames' ? framesIn(argument) : null;
  if (frames === null) return null;
  if (rest.length === 2) return { kind: 'frames', named, frames };
  return (last === 'rendered' || last === 'thumbnail') && frames.length === 1
    ? { kind: last, named, frame: frames[0] ?? 1 }
    : null;
};
