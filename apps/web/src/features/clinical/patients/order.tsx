/** The order of the patient list: by the heads of the table, or chosen where there are none. */
import { useLingui } from '@lingui/react/macro';
import FormControl from '@mui/material/FormControl';
import InputLabel from '@mui/material/InputLabel';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useId } from 'react';
import type { Search } from '../../../address.ts';
import { useSearchState } from '../../../design/filters.tsx';
import { type Column, sortingOfAddress } from '../../../design/table/model.ts';
import { wide } from '../../../design/theme.ts';
import type { PatientOrder, PatientSort } from '../../../graph/generated/graphql.ts';

/** What the graph orders by, by the columns of the list. */
const sorts: Readonly<Record<string, PatientSort>> = {
  sex: 'SEX',
  age: 'AGE',
  site: 'SITE',
  stage: 'STAGE',
  diagnosed: 'DIAGNOSED_ON',
  vital: 'VITAL_STATUS',
};

const usual = '-diagnosed';

/** The order an address asks for, `-age` from the highest; latest diagnosis first where it asks for none. */
export const sortingOf = (search: Search) =>
  sortingOfAddress(sorts[(search.sort ?? '').replace(/^-/, '')] ? search.sort : usual);

export function orderOf(search: Search): PatientOrder {
  const [{ id, desc } = { id: 'diagnosed', desc: true }] = sortingOf(search);
  return { by: sorts[id] ?? 'DIAGNOSED_ON', descending: desc };
}

/** Cards have no heads to click: their order is chosen here. */
export function OrderPicker<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const id = useId();
  const choices = columns
    .filter((column) => column.asked)
    .flatMap(({ id: by, header }) => [
      { value: by, words: `${header} ↑` },
      { value: `-${by}`, words: `${header} ↓` },
    ]);
  const [{ id: by, desc } = { id: 'diagnosed', desc: true }] = sortingOf(search);
  return (
    <FormControl size="small" sx={{ flex: '1 1 40%', display: { [wide]: 'none' } }}>
      <InputLabel id={`${id}-label`}>{t`Order`}</InputLabel>
      <Select
        labelId={`${id}-label`}
        id={id}
        label={t`Order`}
        value={`${desc ? '-' : ''}${by}`}
        onChange={(event) =>
          set({ sort: event.target.value === usual ? undefined : event.target.value })
        }
      >
        {choices.map(({ value, words }) => (
          <MenuItem key={value} value={value} dense>
            {words}
          </MenuItem>
        ))}
      </Select>
    </FormControl>
  );
}
