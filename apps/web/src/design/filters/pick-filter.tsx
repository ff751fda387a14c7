/** One or several of many, found by typing and kept in the address. */
import type { ComponentType } from 'react';
import { joined } from '../../address.ts';
import type { Choice } from './choice.ts';
import { PickBox } from './pick-box.tsx';
import { PrintChosen } from './print-chosen.tsx';
import type { PickProps } from './properties.ts';
import { useSearchState } from './search-state.ts';

const place = { flex: '1 1 200px', maxWidth: { sm: 320 } };

export function PickFilter({
  label,
  name,
  choices,
  single = false,
  control,
}: {
  label: string;
  name: string;
  choices: readonly Choice[];
  single?: boolean;
  /** Fetches the picker, where it finds its choices in a way of its own. */
  control?: () => Promise<ComponentType<PickProps>>;
}) {
  const [search, set] = useSearchState();
  const values = search[name]?.split(',') ?? [];
  const chosen = choices.filter((c) => values.includes(c.value));
  return (
    <>
      <PrintChosen name={label} words={chosen.map((c) => c.words)} />
      <PickBox
        label={label}
        choices={choices}
        chosen={chosen}
        single={single}
        onChange={(next) => set({ [name]: joined(next.map((c) => c.value)) })}
        {...(control ? { control } : {})}
        sx={place}
      />
    </>
  );
}
