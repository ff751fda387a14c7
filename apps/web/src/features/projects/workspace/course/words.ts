/** How what a workspace tells of a person's course reads. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { biomarkers, findingLabel } from '@nodp/terminology/biomarkers';
import { drugs } from '@nodp/terminology/drugs';
import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { SITE_CHOICES } from '@nodp/terminology/sites';
import {
  stageWords,
  treatmentKindWords,
  trendWords,
  vitalStatusWords,
} from '../../../../design/words.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { ALTERATION_OF_KIND, MARKS } from '../oncoprint/marks.ts';
import type { CourseEvent, Lane } from './events.ts';

export const laneWords: Readonly<Record<Lane, MessageDescriptor>> = {
  case: msg`Tumours`,
  treatment: msg`Treatments`,
  biomarker: msg`Biomarkers`,
  variant: msg`Alterations`,
  laboratory: msg`Laboratory results`,
  outcome: msg`Course of disease`,
  end: msg`Follow-up`,
};

/** What an event is of (its row in the drawing), and what it says. */
export interface Told {
  readonly row: string;
  readonly says: string;
}

export function useCourseWords(): (event: CourseEvent) => Told {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const of = (words: Readonly<Record<string, MessageDescriptor>>, code: string | null): string => {
    const found = code === null ? undefined : words[code];
    return found === undefined ? (code ?? '') : i18n._(found);
  };
  const site = (id: string | null): string =>
    label(SITE_CHOICES.find((one) => one.id === id)?.label ?? { en: id ?? '', zh: id ?? '' });
  const said = (...parts: readonly (string | null | undefined)[]): string =>
    parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
  return ({ source, words: [a = null, b = null, c = null, d = null] }) => {
    switch (source) {
      case 'case': {
        const row = d === null ? t`Tumour` : t`Tumour ${d}`;
        return { row, says: said(site(a), of(stageWords, b), c) };
      }
      case 'recurrence':
        return { row: t`Recurrence`, says: site(a) };
      case 'treatment': {
        const drug = drugs().find(({ id }) => id === b);
        const row = b === null ? of(treatmentKindWords, a) : drug ? label(drug.label) : b;
        const line = d === null ? null : t`line ${d}`;
        return { row, says: said(b === null ? null : of(treatmentKindWords, a), c, line) };
      }
      case 'biomarker': {
        const marker = biomarkers().find(({ id }) => id === a);
        const finding = findingLabel(null, a, b);
        const value = c === null ? null : [c, d].filter((part) => part !== null).join(' ');
        const row = marker ? label(marker.label) : (a ?? '');
        return { row, says: said(finding === null ? b : label(finding), value) };
      }
      case 'variant':
        return {
          row: a ?? '',
          says: i18n._(MARKS[ALTERATION_OF_KIND[b ?? ''] ?? 'NOT_SAID'].words),
        };
      case 'laboratory': {
        const analyte = analyteOfLoinc(a ?? '');
        const values = [b, c].filter((value) => value !== null).join(' → ');
        return { row: analyte ? label(analyte.label) : (a ?? ''), says: said(values, d) };
      }
      case 'outcome':
        return { row: t`Course of disease`, says: of(trendWords, a) };
      default: {
        const status = a === 'true' ? 'DEAD' : a === 'false' ? 'ALIVE' : a;
        return { row: t`Last known`, says: of(vitalStatusWords, status) };
      }
    }
  };
}
