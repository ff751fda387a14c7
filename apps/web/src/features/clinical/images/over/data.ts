/** What is drawn over images, as it is had from the platform. */
import { queryOptions } from '@tanstack/react-query';
import type { Chosen } from '../series.ts';
import { contentOf, type Instance } from '../stage/instance.ts';
import { partsOf } from '../stage/multipart.ts';
import { number, text } from './attributes.ts';
import { contoursOf } from './contours.ts';
import { dosesOf } from './dose.ts';
import type { Overlay } from './outline.ts';
import { type Samples, segmentsOf } from './segments.ts';

/** Frames that are asked for at once, and those of an object that are drawn at most. */
const TOGETHER = 16;
const MOST = 2_000;

const typed = (bytes: Uint8Array, bits: number, pixels: number): ArrayLike<number> => {
  const whole = Uint8Array.from(bytes).buffer;
  if (bits === 32) return new Uint32Array(whole);
  // Eight samples a byte, the first one lowest (PS3.5 8.1.1); frames that begin within a byte come decoded.
  if (bits === 1 && bytes.length < pixels)
    return Uint8Array.from(
      { length: bytes.length * 8 },
      (_, i) => ((bytes[i >> 3] ?? 0) >> (i & 7)) & 1,
    );
  return bits === 16 ? new Uint16Array(whole) : new Uint8Array(whole);
};

const samplesOf = async (
  { studyUid, series }: Chosen,
  set: Instance,
  signal: AbortSignal,
): Promise<Samples> => {
  const many = Math.min(MOST, number(set, '00280008') ?? 1);
  const bits = number(set, '00280100') ?? 8;
  const pixels = (number(set, '00280010') ?? 0) * (number(set, '00280011') ?? 0);
  const place = `/dicom-web/studies/${studyUid}/series/${series.seriesInstanceUid}/instances/${text(set, '00080018')}`;
  const samples: ArrayLike<number>[] = [];
  while (samples.length < many) {
    const wanted = Array.from(
      { length: Math.min(TOGETHER, many - samples.length) },
      (_, i) => samples.length + i + 1,
    );
    const response = await fetch(`${place}/frames/${wanted.join(',')}`, {
      headers: { accept: 'multipart/related; type="application/octet-stream"' },
      signal,
    });
    if (!response.ok) throw new Error(String(response.status));
    const parts = partsOf(new Uint8Array(await response.arrayBuffer()));
    if (parts.length !== wanted.length) throw new RangeError('Frames are missing.');
    samples.push(...parts.map((part) => typed(part, bits, pixels)));
  }
  return samples;
};

const overlayOf = async (
  chosen: Chosen,
  set: Instance,
  signal: AbortSignal,
): Promise<readonly Overlay[]> => {
  const content = contentOf(set);
  if (content === 'CONTOURS') return [contoursOf(set)];
  if (content === 'SEGMENTATION') return [segmentsOf(set, await samplesOf(chosen, set, signal))];
  if (content === 'DOSE') return [dosesOf(set, await samplesOf(chosen, set, signal))];
  return [];
};

export const overlayQuery = (chosen: Chosen) =>
  queryOptions({
    queryKey: ['series-over', chosen.studyUid, chosen.series.seriesInstanceUid],
    queryFn: async ({ signal }): Promise<readonly Overlay[]> => {
      const { studyUid, series } = chosen;
      const response = await fetch(
        `/dicom-web/studies/${studyUid}/series/${series.seriesInstanceUid}/metadata`,
        { headers: { accept: 'application/dicom+json' }, signal },
      );
      if (!response.ok) throw new Error(String(response.status));
      const sets = (await response.json()) as Instance[];
      return (await Promise.all(sets.map((set) => overlayOf(chosen, set, signal)))).flat();
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
