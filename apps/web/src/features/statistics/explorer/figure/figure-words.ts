/** What is said of answers that stand side by side: what they have in common once, the rest of each by its letter. */
import { useLingui } from '@lingui/react/macro';
import type { Fact } from '../../../../charts/export/caption.ts';
import type { FigureWords } from '../../../../charts/figure/figure.tsx';
import { type Label, useLabel } from '../../../../i18n/label.ts';
import type { Table } from '../../asked.ts';

/**
 * @param letters `A`, `B` … of the answers, where there are several
 * @param selections what each is, with its letter
 */
export function useFigureWords(): (
  tables: readonly [Table, ...Table[]],
  letters: readonly string[],
  selections: readonly string[],
) => FigureWords {
  const { t } = useLingui();
  const label = useLabel();
  return (tables, letters, selections) => {
    const [first] = tables;
    const each = (of: (table: Table) => Label | null): string[] =>
      tables.map((table) => label(of(table)).replace(/^—$/, ''));
    /** Said once where all say the same. */
    const said = (of: (table: Table) => Label | null): string => {
      const words = each(of);
      const [same = ''] = words;
      if (words.every((word) => word === same)) return same;
      return words
        .flatMap((word, i) => (word === '' ? [] : [`${letters[i] ?? ''}: ${word}`]))
        .join(' · ');
    };
    const distinct = (of: (table: Table) => Label | null): string[] => [
      ...new Set(each(of).filter((word) => word !== '')),
    ];
    const standard = said(({ about }) => about.standard);
    const name = label(first.about.name);
    const whole =
      tables.length === 1
        ? [label(first.about.title)]
        : [`${name}: ${selections.join('; ')}`, said(({ about }) => about.period)];
    const title = [...whole, standard].filter((part) => part !== '').join(' · ');
    const facts: (readonly [string, string])[] = [
      [t`Source`, said(({ source }) => source.label)],
      [t`Population`, said(({ about }) => about.population)],
      [t`Period`, said(({ about }) => about.period)],
      [t`Standard population`, standard],
      [t`Interval`, said(({ about }) => about.interval)],
      [t`Above the line`, said(({ about }) => about.numerator)],
      [t`Below the line`, said(({ about }) => about.denominator)],
      [t`Compared with`, said(({ about }) => about.reference)],
      [t`Protection of counts`, said(({ about }) => about.protection)],
    ];
    return {
      name,
      title,
      unit: said(({ about }) => about.unit),
      shows: distinct(({ about }) => about.sentence).join(' '),
      showsNot: distinct(({ about }) => about.limits).join(' '),
      notes: [...new Set(tables.flatMap(({ notes }) => notes.map((note) => label(note))))],
      facts: facts.filter((fact): fact is Fact => fact[1] !== ''),
      citation: distinct(({ about }) => about.citation).join(' '),
    };
  };
}
