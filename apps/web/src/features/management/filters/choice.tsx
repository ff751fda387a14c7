/** One of a few, kept in the address. */
import type { Choice } from '../../../design/filters/choice.ts';
import { PrintChosen } from '../../../design/filters/print-chosen.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { SelectBox } from '../../../design/filters/select-box.tsx';

export function ChoiceFilter({
  label,
  name,
  value,
  choices,
  usual,
  minWidth = 120,
}: {
  label: string;
  name: string;
  value: string;
  choices: Choice[];
  /** The choice that the address leaves unsaid. */
  usual: string;
  minWidth?: number;
}) {
  const [, set] = useSearchState();
  const chosen = choices.find((c) => c.value === value && c.value !== usual);
  return (
    <>
      <PrintChosen name={label} words={[chosen?.words ?? '']} />
      <SelectBox
        always
        label={label}
        choices={choices}
        chosen={[choices.some((c) => c.value === value) ? value : usual]}
        onChange={([next]) => set({ [name]: next === usual ? undefined : next })}
        sx={{ minWidth, flex: { xs: '1 1 40%', sm: '0 1 auto' } }}
      />
    </>
  );
}
