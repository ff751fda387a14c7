/** Several of a few, kept in the address. */
import { joined } from '../../address.ts';
import type { Choice } from './choice.ts';
import { PrintChosen } from './print-chosen.tsx';
import { useSearchState } from './search-state.ts';
import { SelectBox } from './select-box.tsx';
import { wordsOf } from './words-of.ts';

export function SelectFilter({
  label,
  name,
  choices,
}: {
  label: string;
  name: string;
  choices: Choice[];
}) {
  const [search, set] = useSearchState();
  const chosen = search[name]?.split(',').filter((v) => choices.some((c) => c.value === v)) ?? [];
  return (
    <>
      <PrintChosen name={label} words={[wordsOf(choices, chosen)]} />
      <SelectBox
        several
        label={label}
        choices={choices}
        chosen={chosen}
        onChange={(values) => set({ [name]: joined(values) })}
        sx={{ minWidth: 128, flex: { xs: '1 1 40%', sm: '0 1 auto' } }}
      />
    </>
  );
}
