import type { Label, SiteGroupId } from '@nodp/terminology';
import type { DiseaseElement } from './element.ts';

/** A single-disease data set: whose cases are of it, and what it holds of each. */
export interface Disease {
  readonly label: Label;
  /** The site group of its cases; they are malignant (behaviour 3). */
  readonly siteGroup: SiteGroupId;
  /** ICD-O-3 topographies of the group. */
  readonly topography: string;
  /** Which morphologies are of it, in words: the site group leaves lymphomas and the like out. */
  readonly morphology: Label;
  /** Beside those of every disease. */
  readonly elements: readonly DiseaseElement[];
}

export const SOLID: Label = {
  en: 'any histology but lymphoma, leukaemia, mesothelioma, melanoma and Kaposi sarcoma',
  zh: '除淋巴瘤、白血病、间皮瘤、黑色素瘤及卡波西肉瘤外的任何组织学类型',
};
