import type { Care } from '../course/treatment.ts';
import { biomarker as biomarkerOf } from '../laboratory/biomarkers.ts';
import { changeOf, isSequenced } from '../laboratory/variants.ts';
import { type Day, onDay } from '../time/days.ts';
import { coded, inWords } from './records.ts';
import { LOINC } from './systems.ts';
import type { View, Writer } from './writer.ts';

/** What sequencing of the tumour says beside the biomarkers: the genes it covered, and each change that was found. */
export const writeSequencing = (
  writer: Writer,
  view: View,
  care: Care,
  tested: Day,
  biopsy: string,
): void => {
  const sequenced = care.biomarkers.filter(({ biomarker }) => isSequenced(biomarker));
  if (sequenced.length === 0) return;
  const method = inWords('二代测序（NGS）');
  const specimen = view === writer.views[0] ? biopsy : null;
  const at = { method, specimen, tested: onDay(tested), tumour: null };
  writer.add('genomic-test', view, 'Observation', 'sequencing', tested + 9, {
    ...at,
    what: coded(LOINC, '53041-0', '基因检测范围'),
    genes: sequenced.map(({ biomarker }) => biomarker).sort(),
    region: null,
  });
  for (const { biomarker, positive, words } of sequenced) {
    const change = positive ? changeOf(biomarker, words) : null;
    if (change === null) continue;
    const { system, code } = biomarkerOf(biomarker);
    const gene = coded(system, code, biomarker);
    const { partner, kind, protein, coding, transcript } = change;
    writer.add('variant', view, 'Observation', `variant-${biomarker.toLowerCase()}`, tested + 9, {
      ...at,
      gene: partner === null ? gene : inWords(partner),
      partner: partner === null ? null : gene,
      variantKind: kind,
      presence: 'present',
      protein,
      coding,
      genomic: null,
      transcript,
      name: null,
      copyNumber: null,
      alleleFraction: null,
      origin: 'somatic',
    });
  }
};
