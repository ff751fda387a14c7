/** Measurements that are saved on the platform, and what is asked of them. */
import { queryOptions } from '@tanstack/react-query';
import type { Calibration } from './instance.ts';

export type MeasuredKind = 'LENGTH' | 'BIDIRECTIONAL' | 'ELLIPSE';
/** Column and row in pixels, from the corner of the first one. */
export type Point = readonly [number, number];

export interface Measurement {
  readonly id: string;
  readonly study: string;
  readonly series: string;
  readonly instance: string;
  readonly frame: number;
  readonly kind: MeasuredKind;
  readonly points: readonly Point[];
  readonly calibration: Calibration;
  readonly longMm: number | null;
  readonly shortMm: number | null;
  readonly areaMm2: number | null;
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly centre: readonly number[] | null;
  readonly lesion: string | null;
  readonly lesionId: string | null;
  readonly by: string;
  readonly at: string;
}

export interface ToSave {
  readonly study: string;
  readonly series: string;
  readonly instance: string;
  readonly frame: number;
  readonly kind: MeasuredKind;
  readonly points: readonly Point[];
  readonly lesion: string | null;
  readonly lesionId: string | null;
  readonly organ: { readonly code: string; readonly words: string } | null;
}

/** Why something was not saved, in both languages as the platform says it. */
export class NotSaved extends Error {
  readonly words: { readonly en: string; readonly zh: string };
  constructor(words: NotSaved['words']) {
    super(words.en);
    this.words = words;
  }
}

const PATH = '/dicom-web/measurements';

/** The measurements of the patient whom a study is of, on every study, latest first. */
export const measurementsQuery = (study: string) =>
  queryOptions({
    queryKey: ['image-measurements', study],
    queryFn: async ({ signal }): Promise<readonly Measurement[]> => {
      const response = await fetch(`${PATH}?study=${study}`, { signal });
      if (!response.ok) throw new Error(String(response.status));
      return ((await response.json()) as { measurements: Measurement[] }).measurements;
    },
    staleTime: 15_000,
  });

const post = async <T>(body: object): Promise<T> => {
  const response = await fetch(PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-nodp-csrf': '1' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json().catch(() => null)) as
    | (T & { readonly message?: { readonly en: string; readonly zh: string } })
    | null;
  if (!response.ok || answer === null)
    throw new NotSaved(
      answer?.message ?? { en: String(response.status), zh: String(response.status) },
    );
  return answer;
};

export const saveMeasurement = (measurement: ToSave): Promise<Measurement> => post(measurement);
export const withdrawMeasurement = (study: string, id: string): Promise<unknown> =>
  post({ study, withdraw: id });
