/** What filters give to the controls that are fetched for them. */
import type { SxProps } from '@mui/material/styles';
import type { Choice } from './choice.ts';
import type { Beginning } from './when-meant.ts';

/** What a list that opens is given. */
export type SelectBoxProps = {
  label: string;
  choices: readonly Choice[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  several?: boolean;
  /** Something is chosen always, be it what the empty value stands for. */
  always?: boolean;
  sx?: SxProps;
};

/** What the picker is given that takes the place of its face. */
export type PickProps = {
  label: string;
  choices: readonly Choice[];
  chosen: Choice[];
  single: boolean;
  onChange: (chosen: readonly Choice[]) => void;
  beginning: Beginning;
  sx: SxProps;
};
