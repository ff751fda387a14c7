/** A selection, or what figures are compared with, in the reader's words. */
import { useLingui } from '@lingui/react/macro';
import { useLabel } from '../../../i18n/label.ts';
import type { Source } from '../asked.ts';
import type { Filter } from '../question/filter.ts';
import { NARROWED } from '../question/vocabulary.ts';

/** Of more members their number is said. */
const mostNamed = 4;

export function useFilterWords(): (filter: Filter, source: Source) => string {
  const { t } = useLingui();
  const label = useLabel();
  return ({ members, from, to }, source) => {
    const parts = NARROWED.flatMap((dimension) => {
      const codes = members[dimension];
      const axis = source.dimensions.find((d) => d.dimension === dimension);
      if (!codes || !axis) return [];
      const name = label(axis.label);
      const names = codes.map((code) => {
        const words = axis.labels[axis.codes.indexOf(code)];
        return words ? label(words) : code;
      });
      if (names.length === 0) return [t`${name}: all together`];
      const [count, few] = [names.length, names.slice(0, mostNamed).join(', ')];
      return [count > mostNamed ? t`${name}: ${count} chosen` : few];
    });
    const years =
      from === null && to === null
        ? []
        : [from === to ? String(from) : `${from ?? ''}–${to ?? ''}`];
    return [...parts, ...years].join(' · ');
  };
}
