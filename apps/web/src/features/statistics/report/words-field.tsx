/** A field whose words are retained when typing pauses: an address that changed with every key would break the input of Chinese. */

import type { SxProps } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';

/** Milliseconds without a key after which words are retained: a button beside the field waits for no second click. */
const PAUSE = 400;

export function WordsField({
  label,
  words,
  longest,
  lines,
  onKeep,
  sx = {},
}: {
  label: string;
  words: string;
  longest: number;
  /** Lines shown at least, of a text of several. */
  lines?: number;
  onKeep: (words: string) => void;
  sx?: SxProps;
}) {
  const [typed, setTyped] = useState<{ readonly of: string; readonly words: string } | null>(null);
  // What was typed belongs to the words that stood there: others from elsewhere take its place.
  const shown = typed?.of === words ? typed.words : words;
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (composing || shown === words) return;
    const timer = setTimeout(() => onKeep(shown), PAUSE);
    return () => clearTimeout(timer);
  }, [composing, shown, words, onKeep]);
  return (
    <TextField
      {...(lines === undefined ? {} : { multiline: true, minRows: lines, fullWidth: true })}
      label={label}
      value={shown}
      onChange={(event) => setTyped({ of: words, words: event.target.value })}
      onBlur={() => {
        if (shown !== words) onKeep(shown);
      }}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      slotProps={{ htmlInput: { maxLength: longest } }}
      sx={sx}
    />
  );
}
