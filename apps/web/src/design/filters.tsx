/** Filters that live in the address. */

import { Trans, useLingui } from '@lingui/react/macro';
import { mdiClose, mdiMagnify } from '@mdi/js';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import InputLabel from '@mui/material/InputLabel';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import TextField from '@mui/material/TextField';
import { finder } from '@nodp/terminology/search';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useLayoutEffect, useState } from 'react';
import { joined, type Search } from '../address.ts';
import { Icon } from './icon.tsx';
import { announceTyping } from './outdated.tsx';
import { PrintSelection } from './print/parts.tsx';

/** The page's search as strings, and a way to change some of it in place. */
export function useSearchState(): [Search, (change: Record<string, string | undefined>) => void] {
  const search = useRouterState({ select: (s) => s.location.search }) as Search;
  const navigate = useNavigate();
  const set = (change: Record<string, string | undefined>) =>
    void navigate({
      to: '.',
      search: (former: Search) => ({ ...former, ...change }) as Search,
      replace: true,
    });
  return [search, set];
}

/** Words to look for; they reach the address when typing pauses. */
export function SearchField({
  label,
  name = 'q',
  title,
}: {
  label: string;
  name?: string;
  /** What can be typed, where the label has no room for it. */
  title?: string;
}) {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const inAddress = search[name] ?? '';
  const [text, setText] = useState(inAddress);
  useEffect(() => setText(inAddress), [inAddress]);
  const pending = text.trim() !== inAddress;
  // In time for the next paint: nothing of the list before can be clicked once a letter is typed.
  useLayoutEffect(() => (pending ? announceTyping() : undefined), [pending]);
  useEffect(() => {
    if (text.trim() === inAddress) return;
    const timer = setTimeout(() => set({ [name]: text.trim() || undefined }), 300);
    return () => clearTimeout(timer);
  });
  return (
    <>
      <PrintChosen name={label} words={[inAddress]} />
      <TextField
        type="search"
        label={label}
        title={title}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') set({ [name]: text.trim() || undefined });
        }}
        sx={{
          flex: '1 1 240px',
          maxWidth: { sm: 360 },
          '& input::-webkit-search-cancel-button': { display: 'none' },
        }}
        slotProps={{
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <Icon path={mdiMagnify} />
              </InputAdornment>
            ),
            endAdornment: text && (
              <InputAdornment position="end">
                <IconButton aria-label={t`Clear`} edge="end" onClick={() => setText('')}>
                  <Icon path={mdiClose} sx={{ fontSize: 16 }} />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
    </>
  );
}

/** One thing that can be chosen. */
export type Choice = {
  value: string;
  words: string;
  mark?: ReactNode;
  /** Other names and codes it is found by. */
  names?: readonly string[];
  codes?: readonly string[];
};

const findChoices = finder(({ words, names = [], codes = [] }: Choice) => ({
  names: [words, ...names],
  codes,
}));

/** Several of a few. */
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
  const id = useId();
  const chosen = search[name]?.split(',').filter((v) => choices.some((c) => c.value === v)) ?? [];
  const words = choices.filter((c) => chosen.includes(c.value)).map((c) => c.words);
  return (
    <>
      <PrintChosen name={label} words={words} />
      <FormControl size="small" sx={{ minWidth: 128, flex: { xs: '1 1 40%', sm: '0 1 auto' } }}>
        <InputLabel id={`${id}-label`}>{label}</InputLabel>
        <Select
          multiple
          labelId={`${id}-label`}
          id={id}
          label={label}
          value={chosen}
          renderValue={(values) =>
            choices
              .filter((c) => values.includes(c.value))
              .map((c) => c.words)
              .join(', ')
          }
          onChange={(event) => set({ [name]: joined([event.target.value].flat()) })}
          sx={{ maxWidth: { sm: 220 } }}
        >
          {choices.map((choice) => (
            <MenuItem key={choice.value} value={choice.value} dense>
              <Checkbox
                size="small"
                checked={chosen.includes(choice.value)}
                sx={{ p: 0, mr: 1 }}
                tabIndex={-1}
                slotProps={{ input: { 'aria-hidden': true, tabIndex: -1 } }}
              />
              {choice.mark ?? choice.words}
            </MenuItem>
          ))}
        </Select>
      </FormControl>
    </>
  );
}

/** Several of many, found by typing. */
export function PickFilter({
  label,
  name,
  choices,
  single,
  find = findChoices,
}: {
  label: string;
  name: string;
  choices: Choice[];
  single?: boolean;
  /** The choices that answer to what is typed. */
  find?: (choices: readonly Choice[], typed: string) => Choice[];
}) {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const values = search[name]?.split(',') ?? [];
  const chosen = choices.filter((c) => values.includes(c.value));
  const shared = {
    options: choices,
    getOptionLabel: (c: Choice) => c.words,
    getOptionKey: (c: Choice) => c.value,
    isOptionEqualToValue: (a: Choice, b: Choice) => a.value === b.value,
    filterOptions: (all: Choice[], { inputValue }: { inputValue: string }) => find(all, inputValue),
    clearText: t`Clear`,
    openText: t`Open`,
    closeText: t`Close`,
    noOptionsText: t`No matches`,
    renderInput: (params: object) => <TextField {...params} label={label} />,
    renderOption: (
      { key, ...props }: React.HTMLAttributes<HTMLLIElement> & { key?: React.Key },
      c: Choice,
    ) => (
      <li key={key} {...props}>
        {c.mark ?? c.words}
      </li>
    ),
    sx: { flex: '1 1 200px', maxWidth: { sm: 320 } },
  };
  const control = single ? (
    <Autocomplete
      {...shared}
      value={chosen[0] ?? null}
      onChange={(_, value) => set({ [name]: value?.value })}
    />
  ) : (
    <Autocomplete
      {...shared}
      multiple
      disableCloseOnSelect
      limitTags={1}
      value={chosen}
      onChange={(_, value) => set({ [name]: joined(value.map((c) => c.value)) })}
    />
  );
  return (
    <>
      <PrintChosen name={label} words={chosen.map((c) => c.words)} />
      {control}
    </>
  );
}

/** What a filter holds, on paper; nothing where it holds nothing. */
export function PrintChosen({ name, words }: { name: string; words: readonly string[] }) {
  const said = words.filter((word) => word !== '');
  return said.length === 0 ? null : <PrintSelection name={name}>{said.join(', ')}</PrintSelection>;
}

/** The filters of a page in a row, with a way to be rid of them all. */
export function Filters({ names, children }: { names: string[]; children: ReactNode }) {
  const [search, set] = useSearchState();
  const any = names.some((name) => search[name]);
  return (
    <Box
      role="search"
      sx={{
        display: 'flex',
        flexShrink: 0,
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        mb: 1.5,
      }}
    >
      {children}
      {any && (
        <Button onClick={() => set(Object.fromEntries(names.map((name) => [name, undefined])))}>
          <Trans>Clear filters</Trans>
        </Button>
      )}
    </Box>
  );
}
