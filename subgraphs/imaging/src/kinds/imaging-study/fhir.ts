import type { ImagingStudy } from '@medplum/fhirtypes';
import { coded, type FhirReader, type Place } from '@nodp/record/fhir';
import type { ImagingStudyRecord } from './record.ts';

/** `urn:oid:1.2.840.…` of the system `urn:dicom:uid`. */
const studyUid = (study: ImagingStudy): string | null =>
  study.identifier?.find((i) => i.system === 'urn:dicom:uid')?.value?.replace(/^urn:oid:/, '') ??
  null;

const readImagingStudy = (study: ImagingStudy, place: Place): ImagingStudyRecord => {
  const series = (study.series ?? []).map((s) => ({
    uid: s.uid,
    number: s.number ?? null,
    modality: s.modality.code ?? '',
    description: s.description ?? null,
    bodySite: coded(s.bodySite && { coding: [s.bodySite] }),
    instanceCount: s.numberOfInstances ?? s.instance?.length ?? 0,
  }));
  const modalities = [
    ...(study.modality ?? []).map((m) => m.code ?? ''),
    ...series.map((s) => s.modality),
  ];
  return {
    kind: 'imaging-study',
    ...place.of(),
    studyInstanceUid: studyUid(study),
    startedAt: place.instant(study.started, 'started'),
    description: study.description ?? coded(study.procedureCode?.[0])?.display ?? null,
    modalities: [...new Set(modalities.filter((m) => m !== ''))],
    bodySite: series.find((s) => s.bodySite !== null)?.bodySite ?? null,
    seriesCount: study.numberOfSeries ?? series.length,
    instanceCount: study.numberOfInstances ?? series.reduce((n, s) => n + s.instanceCount, 0),
    series: [...series].sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity)),
  };
};

export const fhir: FhirReader = {
  claims: { ImagingStudy: 'rest' },
  read: (resource, place) => ({ records: [readImagingStudy(resource as ImagingStudy, place)] }),
};
