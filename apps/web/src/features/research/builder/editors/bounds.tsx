/** Editors of the criteria that are a range of whole numbers. */
import { type Bounds, formOf } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import type { OpenBounds } from '../../definition/asked.ts';
import type { EditorProps } from './editor-props.ts';
import { RangeEditor } from './range.tsx';

const opened = ({ from, to }: Bounds): OpenBounds => ({ from: from ?? null, to: to ?? null });
const closed = ({ from, to }: OpenBounds): Bounds => ({
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
});

export function AgeEditor({ value, onChange }: EditorProps<'age'>) {
  const label = useLabel();
  return (
    <RangeEditor
      name={label(formOf('age').name)}
      bounds={opened(value)}
      onChange={(bounds) => onChange(closed(bounds))}
    />
  );
}

export function YearEditor({ value, years, onChange }: EditorProps<'year'>) {
  const label = useLabel();
  return (
    <RangeEditor
      name={label(formOf('year').name)}
      bounds={opened(value)}
      hint={years}
      onChange={(bounds) => onChange(closed(bounds))}
    />
  );
}
