/** Which part of a source is chosen: members of its dimensions, and years. */
import { useLingui } from '@lingui/react/macro';
import { PickBox } from '../../../../design/filters/pick-box.tsx';
import { SelectBox } from '../../../../design/filters/select-box.tsx';
import type { StatisticsDimension } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Source } from '../../asked.ts';
import { type Filter, withMembers } from '../../question/filter.ts';
import { LISTS } from '../../question/vocabulary.ts';
import { field } from './field.ts';

/** Lists longer than this are found by typing. */
const longest = 8;

/** The members of one dimension; none chosen means all. */
export function MembersField({
  source,
  dimension,
  filter,
  named = false,
  onChange,
}: {
  source: Source;
  dimension: StatisticsDimension;
  filter: Filter;
  /** A dimension stays named when no member is chosen: all of them together. */
  named?: boolean;
  onChange: (filter: Filter) => void;
}) {
  const label = useLabel();
  const axis = source.dimensions.find((d) => d.dimension === dimension);
  if (!axis || LISTS[dimension] === null) return null;
  const name = label(axis.label);
  const choices = axis.codes.map((code, i) => ({
    value: code,
    words: label(axis.labels[i]),
    names: [axis.labels[i]?.en ?? '', axis.labels[i]?.zh ?? ''],
    codes: [code],
  }));
  const chosen = filter.members[dimension] ?? [];
  const set = (codes: readonly string[]) =>
    onChange(withMembers(filter, dimension, codes.length === 0 && !named ? null : codes));
  return choices.length > longest ? (
    <PickBox
      label={name}
      choices={choices}
      chosen={choices.filter(({ value }) => chosen.includes(value))}
      onChange={(next) => set(next.map(({ value }) => value))}
      // Names of what is chosen need the whole width.
      sx={chosen.length > 0 ? { ...field, gridColumn: '1 / -1' } : field}
    />
  ) : (
    <SelectBox
      several
      label={name}
      choices={choices}
      chosen={chosen.filter((code) => axis.codes.includes(code))}
      onChange={set}
      sx={field}
    />
  );
}

/** The first and the last year. */
export function YearFields({
  source,
  filter,
  onChange,
}: {
  source: Source;
  filter: Filter;
  onChange: (filter: Filter) => void;
}) {
  const { t } = useLingui();
  const axis = source.dimensions.find((d) => d.dimension === 'YEAR');
  const own = axis?.codes.filter((code) => /^\d{4}$/.test(code)) ?? [];
  const given = [filter.from, filter.to].flatMap((year) => (year === null ? [] : [String(year)]));
  const years = [...new Set([...own, ...given])].sort().reverse();
  const one = (name: string, open: string, end: 'from' | 'to') => (
    <SelectBox
      always
      label={name}
      choices={[{ value: '', words: open }, ...years.map((year) => ({ value: year, words: year }))]}
      chosen={[filter[end]?.toString() ?? '']}
      onChange={([year]) => {
        const next = { ...filter, [end]: year ? Number(year) : null };
        const turned = next.from !== null && next.to !== null && next.from > next.to;
        onChange(turned ? { ...next, from: next.to, to: next.from } : next);
      }}
      sx={field}
    />
  );
  return (
    <>
      {one(t`From year`, t`First`, 'from')}
      {one(t`To year`, t`Last`, 'to')}
    </>
  );
}
