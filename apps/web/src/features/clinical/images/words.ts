import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Calibration, Content } from './stage/instance.ts';
import type { MeasuredKind } from './stage/measurements.ts';
import type { Tool } from './stage/tools.ts';
import type { CtWindow } from './windows.ts';

export const windowWords: Record<CtWindow, MessageDescriptor> = {
  softTissue: msg`Soft tissue`,
  lung: msg`Lung`,
  mediastinum: msg`Mediastinum`,
  bone: msg`Bone`,
  brain: msg`Brain`,
  liver: msg`Liver`,
};

export const toolWords: Record<Tool, MessageDescriptor> = {
  SCROLL: msg`Scroll`,
  WINDOW: msg`Window`,
  ZOOM: msg`Zoom`,
  PAN: msg`Pan`,
  LENGTH: msg`Length`,
  BIDIRECTIONAL: msg`Two axes`,
  ELLIPSE: msg`Elliptical region`,
};

export const kindWords: Record<MeasuredKind, MessageDescriptor> = {
  LENGTH: msg`Length`,
  BIDIRECTIONAL: msg`Two axes`,
  ELLIPSE: msg`Elliptical region`,
};

export const calibrationWords: Record<Exclude<Calibration, 'PATIENT'>, MessageDescriptor> = {
  DETECTOR: msg`mm at the detector: the patient is smaller. No length of RECIST.`,
  NONE: msg`These pixels have no size: no length in mm, and none of RECIST.`,
};

export const contentWords: Record<Exclude<Content, 'PICTURES'>, MessageDescriptor> = {
  SEGMENTATION: msg`A segmentation: outlines that are shown over the images of the study.`,
  DOSE: msg`A dose of radiotherapy: numbers that are shown over the images of the study as lines of equal dose.`,
  CONTOURS: msg`Structures of radiotherapy: contours that are shown over the images of the study.`,
  PLAN: msg`A plan of radiotherapy: it has no pictures.`,
  REPORT: msg`A structured report.`,
  DOCUMENT: msg`A document.`,
  WAVEFORM: msg`A recording over time, an electrocardiogram say: it has no pictures.`,
  OTHER: msg`This series has no pictures: it holds measurements, plans or documents.`,
};
