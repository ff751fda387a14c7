/** Editors of the criteria that are a range of whole numbers. */
import { formOf } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import type { EditorProps } from './editor-props.ts';
import { closed, opened } from './labelled-range.tsx';
import { RangeEditor } from './range.tsx';

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
