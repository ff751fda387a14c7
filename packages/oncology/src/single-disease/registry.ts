import type { Disease } from './disease.ts';
import { breast } from './diseases/breast.ts';
import { cervix } from './diseases/cervix.ts';
import { colorectum } from './diseases/colorectum.ts';
import { liver } from './diseases/liver.ts';
import { lung } from './diseases/lung.ts';
import { nasopharynx } from './diseases/nasopharynx.ts';
import { oesophagus } from './diseases/oesophagus.ts';
import { prostate } from './diseases/prostate.ts';
import { stomach } from './diseases/stomach.ts';
import { thyroid } from './diseases/thyroid.ts';
import type { DiseaseElement } from './element.ts';
import { COMMON } from './elements/common.ts';

/** Raised whenever the same facts give an element another value. */
export const SINGLE_DISEASE_VERSION = 1;

/** The single-disease data sets, by the site group that each is of. */
export const DISEASE_IDS = [
  'lung',
  'breast',
  'colorectum',
  'stomach',
  'liver',
  'oesophagus',
  'cervix',
  'thyroid',
  'prostate',
  'nasopharynx',
] as const;
export type DiseaseId = (typeof DISEASE_IDS)[number];

/** Complete, or it does not compile; each is of the site group that it is named by. */
export const DISEASES: { readonly [Id in DiseaseId]: Disease } = {
  lung,
  breast,
  colorectum,
  stomach,
  liver,
  oesophagus,
  cervix,
  thyroid,
  prostate,
  nasopharynx,
};

export const isDisease = (id: string): id is DiseaseId => Object.hasOwn(DISEASES, id);

/** The elements of a disease, its own after those of every disease. */
export const elementsOf = (id: DiseaseId): readonly DiseaseElement[] => [
  ...COMMON,
  ...DISEASES[id].elements,
];
