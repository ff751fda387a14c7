/** Several codes of a list, found by typing a code or a name in either language. */
import { useLingui } from '@lingui/react/macro';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import { finder } from '@nodp/terminology/search';
import { type HTMLAttributes, type Key, type ReactNode, useMemo } from 'react';
import { type Label, useLabel } from '../../../../i18n/label.ts';

/** One code; `code` is shown where people know it, `also` holds other words it is found by. */
export type Code = {
  value: string;
  label: Label;
  code?: string;
  also?: string;
  mark?: ReactNode;
  group?: string;
};

/** Options drawn at once: more is typed for, not scrolled through. */
const mostShown = 80;

const findCodes = finder(({ value, code = value, label, also = '' }: Code) => ({
  names: [label.en, label.zh, code, also, ...also.split(' ')],
  codes: [code],
}));

export function CodePicker({
  label,
  codes,
  values,
  onChange,
  single,
  placeholder,
  find = findCodes,
}: {
  label: string;
  codes: readonly Code[];
  values: string[];
  onChange: (values: string[]) => void;
  single?: boolean;
  placeholder?: string;
  /** The codes that answer to what is typed, the best first. */
  find?: (codes: readonly Code[], typed: string) => Code[];
}) {
  const { t } = useLingui();
  const words = useLabel();
  const byValue = useMemo(() => new Map(codes.map((c) => [c.value, c])), [codes]);
  const chosen = values.map(
    (value) => byValue.get(value) ?? { value, label: { en: value, zh: value } },
  );
  const shared = {
    options: codes as Code[],
    getOptionLabel: (c: Code) => words(c.label),
    getOptionKey: (c: Code) => c.value,
    isOptionEqualToValue: (a: Code, b: Code) => a.value === b.value,
    filterOptions: (options: Code[], { inputValue }: { inputValue: string }) =>
      shownOf(options, find(options, inputValue)),
    clearText: t`Clear`,
    openText: t`Open`,
    closeText: t`Close`,
    noOptionsText: t`No matches`,
    autoHighlight: true,
    renderInput: (params: object) => (
      <TextField
        {...params}
        label={label}
        placeholder={values.length === 0 ? placeholder : undefined}
      />
    ),
    renderOption: (
      { key, ...props }: HTMLAttributes<HTMLLIElement> & { key?: Key },
      c: Code,
    ): ReactNode => (
      <li key={key} {...props}>
        <Option code={c} />
      </li>
    ),
    ...(codes.some((c) => c.group) ? { groupBy: (c: Code) => c.group ?? '' } : {}),
  };
  return single ? (
    <Autocomplete
      {...shared}
      value={chosen[0] ?? null}
      onChange={(_, value) => onChange(value ? [value.value] : [])}
    />
  ) : (
    <Autocomplete
      {...shared}
      multiple
      disableCloseOnSelect
      value={chosen}
      onChange={(_, value) => onChange(value.map((c) => c.value))}
      renderValue={(value, itemProps) =>
        value.map((c, index) => {
          const { key, ...props } = itemProps({ index });
          const name = words(c.label);
          return <Chip key={key} {...props} label={c.code ? `${c.code} ${name}` : name} />;
        })
      }
    />
  );
}

function Option({ code }: { code: Code }) {
  const words = useLabel();
  return (
    <Box sx={{ display: 'flex', gap: 1, minWidth: 0, alignItems: 'baseline' }}>
      {code.code && (
        <Box component="code" sx={{ color: 'text.secondary', flex: 'none' }}>
          {code.code}
        </Box>
      )}
      <span>{code.mark ?? words(code.label)}</span>
    </Box>
  );
}

/** As many as are drawn; lists in groups keep their order, so that no group is opened twice. */
function shownOf(options: readonly Code[], found: readonly Code[]): Code[] {
  const first = found.slice(0, mostShown);
  if (!options.some((c) => c.group)) return first;
  const among = new Set(first);
  return options.filter((c) => among.has(c));
}
