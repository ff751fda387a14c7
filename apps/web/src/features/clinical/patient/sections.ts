/** The sections of the patient page, each with its own address. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const sections = [
  'overview',
  'diagnosis',
  'timeline',
  'laboratory',
  'pathology',
  'options',
  'specimens',
  'imaging',
  'response',
  'prognosis',
  'surveillance',
  'follow-up',
  'history',
  'literature',
] as const;

export type Section = (typeof sections)[number];

export const sectionNames: Record<Section, MessageDescriptor> = {
  overview: msg`Overview`,
  diagnosis: msg`Diagnosis and stage`,
  timeline: msg`Timeline`,
  laboratory: msg`Laboratory`,
  pathology: msg`Pathology and biomarkers`,
  options: msg`Targeted drugs`,
  specimens: msg`Specimens`,
  imaging: msg`Imaging`,
  response: msg`Response and radiotherapy`,
  prognosis: msg`Prognosis`,
  surveillance: msg`Surveillance`,
  'follow-up': msg`Follow-up`,
  history: msg`History`,
  literature: msg`Literature`,
};

export const isSection = (text: string): text is Section =>
  (sections as readonly string[]).includes(text);
