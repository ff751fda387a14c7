import type { Observation } from '@medplum/fhirtypes';
import { codings, type FhirReader, type Place } from '@nodp/record/fhir';
import { ecogOfLoincAnswer } from '@nodp/terminology/administrative';
import { own } from '@nodp/terminology/own';
import type { PerformanceRecord } from './record.ts';

/** LOINC, SNOMED CT and NCI Thesaurus codes of the three scales. */
const SCALES: Readonly<Record<string, PerformanceRecord['scale']>> = {
  '89247-1': 'ECOG',
  '89262-0': 'ECOG',
  '423740007': 'ECOG',
  '89243-0': 'Karnofsky',
  '273546003': 'Karnofsky',
  '761869008': 'Karnofsky',
  C38144: 'Lansky',
};

const scaleOf = (observation: Observation): PerformanceRecord['scale'] | undefined => {
  for (const { code } of codings(observation.code)) {
    const scale = own(SCALES, code);
    if (scale !== null) return scale;
  }
  return undefined;
};

const asksForPerformance = (observation: Observation): boolean =>
  scaleOf(observation) !== undefined;

/** `ECOG 1分`, `PS：1`, `1`: a number beside the scale's name; two numbers are no score. */
const IN_WORDS =
  /^\s*(?:ECOG|KPS|PS|Karnofsky|Lansky|Zubrod|体力(?:状况|状态)?|评分|[\s:：(（)）-])*(\d{1,3})\s*[分级]?\s*[)）]?\s*$/i;

const scoreOf = (o: Observation): { score: number; path: string } | null => {
  if (o.valueInteger !== undefined) return { score: o.valueInteger, path: 'valueInteger' };
  if (o.valueQuantity?.value !== undefined)
    return { score: o.valueQuantity.value, path: 'valueQuantity.value' };
  for (const { code } of codings(o.valueCodeableConcept)) {
    const score = ecogOfLoincAnswer(code);
    if (score !== null) return { score, path: 'valueCodeableConcept' };
  }
  const [words, path] =
    o.valueString === undefined
      ? [o.valueCodeableConcept?.text ?? '', 'valueCodeableConcept']
      : [o.valueString, 'valueString'];
  const written = IN_WORDS.exec(words.normalize('NFKC'))?.[1];
  return written === undefined ? null : { score: Number(written), path };
};

/** ECOG 0 to 5 (Oken 1982); Karnofsky and Lansky 0 to 100. */
const possible = (scale: PerformanceRecord['scale'], score: number): boolean =>
  Number.isInteger(score) && score >= 0 && score <= (scale === 'ECOG' ? 5 : 100);

const readPerformance = (observation: Observation, place: Place): PerformanceRecord | null => {
  const scale = scaleOf(observation);
  const read = scoreOf(observation);
  if (scale === undefined || read === null) return null;
  if (!possible(scale, read.score)) {
    const scores = scale === 'ECOG' ? '0 to 5' : '0, 10, ... 100';
    place.wrong(read.path, 'value', `${scale} has no score ${read.score}. Send one of ${scores}.`);
  } else if (scale !== 'ECOG' && read.score % 10 !== 0) {
    // Written between two tens at many bedsides, and nearer to the truth than nothing.
    place.doubtful(
      read.path,
      'value',
      `${scale} is scored in tens: ${read.score} was kept as it was sent. Send 0, 10, ... 100.`,
    );
  }
  return {
    kind: 'performance',
    ...place.of(),
    scale,
    score: read.score,
    at:
      place.instant(observation.effectiveDateTime, 'effectiveDateTime') ??
      place.instant(observation.effectivePeriod?.start, 'effectivePeriod.start'),
  };
};

export const fhir: FhirReader = {
  claims: { Observation: asksForPerformance },
  read: (resource, place) => {
    const record = readPerformance(resource as Observation, place);
    return record === null
      ? { retained: 'The performance status is absent.' }
      : { records: [record] };
  },
};
