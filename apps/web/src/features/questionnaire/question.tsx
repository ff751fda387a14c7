/** One question with its choices: large, by finger, keyboard or screen reader. */
import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { useLabel } from '../../i18n/label.ts';
import type { Step } from './data.ts';

type Props = { step: Step; answer: number | undefined; onAnswer: (value: number) => void };

export function Question({ step: { item }, answer, onAnswer }: Props) {
  const label = useLabel();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const id = `question-${item.id}`;
  return (
    <Box role="radiogroup" aria-labelledby={id}>
      <Box
        component="h2"
        id={id}
        ref={heading}
        tabIndex={-1}
        sx={{
          fontSize: '1.375rem',
          lineHeight: 1.4,
          fontWeight: 600,
          mt: 0,
          mb: 2,
          outline: 'none',
        }}
      >
        {label(item.question)}
      </Box>
      {item.choices.map(({ value, label: words }) => (
        <Box
          key={value}
          component="label"
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1.5,
            minHeight: 56,
            px: 2,
            py: 1,
            mb: 1,
            fontSize: '1.25rem',
            border: 2,
            borderRadius: 2,
            cursor: 'pointer',
            borderColor: answer === value ? 'primary.main' : 'divider',
            '&:focus-within': { outline: '3px solid', outlineColor: 'primary.main' },
          }}
        >
          <Box
            component="input"
            type="radio"
            name={id}
            value={value}
            checked={answer === value}
            onChange={() => onAnswer(value)}
            sx={{ width: 24, height: 24, flex: 'none', m: 0, accentColor: 'currentColor' }}
          />
          {label(words)}
        </Box>
      ))}
    </Box>
  );
}
