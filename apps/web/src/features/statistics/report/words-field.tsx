/** A field whose words are kept when it is left: an address that changed with every key would break the input of Chinese. */

import type { SxProps } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import { useState } from 'react';

export function WordsField({
  label,
  words,
  longest,
  lines,
  onLeave,
  sx = {},
}: {
  label: string;
  words: string;
  longest: number;
  /** Lines shown at least, of a text of several. */
  lines?: number;
  onLeave: (words: string) => void;
  sx?: SxProps;
}) {
  const [typed, setTyped] = useState<{ readonly of: string; readonly words: string } | null>(null);
  // What was typed belongs to the words that stood there: others from elsewhere take its place.
  const shown = typed?.of === words ? typed.words : words;
  return (
    <TextField
      {...(lines === undefined ? {} : { multiline: true, minRows: lines, fullWidth: true })}
      label={label}
      value={shown}
      onChange={(event) => setTyped({ of: words, words: event.target.value })}
      onBlur={() => {
        if (shown !== words) onLeave(shown);
      }}
      slotProps={{ htmlInput: { maxLength: longest } }}
      sx={sx}
    />
  );
}
