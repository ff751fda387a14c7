import type { ImagingStudy, Specimen } from '@medplum/fhirtypes';
import type { ImagingStudyRecord, SpecimenRecord } from '@nodp/record';
import { coded, nothing, type Place } from '@nodp/record/fhir';

export const readSpecimen = (specimen: Specimen, place: Place): SpecimenRecord => {
  const { collection } = specimen;
  const period = collection?.collectedPeriod?.start;
  const collected = collection?.collectedDateTime ?? period;
  return {
    kind: 'specimen',
    ...place.of(),
    accession: specimen.accessionIdentifier?.value ?? specimen.identifier?.[0]?.value ?? null,
    type: coded(specimen.type) ?? nothing,
    bodySite: coded(collection?.bodySite),
    collected:
      place.date(
        collected,
        period ? 'collection.collectedPeriod.start' : 'collection.collectedDateTime',
      ) ?? place.date(specimen.receivedTime, 'receivedTime'),
    status: specimen.status ?? null,
    parent: place.key(specimen.parent?.[0], 'Specimen'),
  };
};

/** `urn:oid:1.2.840.…` of the system `urn:dicom:uid`. */
const studyUid = (study: ImagingStudy): string | null =>
  study.identifier?.find((i) => i.system === 'urn:dicom:uid')?.value?.replace(/^urn:oid:/, '') ??
  null;

export const readImagingStudy = (study: ImagingStudy, place: Place): ImagingStudyRecord => {
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
