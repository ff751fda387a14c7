/** The order of the patient list: by the heads of the table, or chosen where there are none. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import type { Search } from '../../../address.ts';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { SelectBox } from '../../../design/filters/select-box.tsx';
import { type Column, sortingOfAddress } from '../../../design/table/model.ts';
import { WhyNot } from '../../../design/table/why-not.tsx';
import { wide } from '../../../design/theme.ts';
import type { PatientOrder, PatientSort } from '../../../graph/generated/graphql.ts';
import { useSealed } from './columns.tsx';

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
  const choices = columns
    .filter((column) => column.asked)
    .flatMap(({ id: by, header }) => [
      { value: by, words: `${header} ↑` },
      { value: `-${by}`, words: `${header} ↓` },
    ]);
  const [{ id: by, desc } = { id: 'diagnosed', desc: true }] = sortingOf(search);
  return (
    <Box sx={{ flex: '1 1 40%', display: { xs: 'flex', [wide]: 'none' }, gap: 0.5 }}>
      <SelectBox
        label={t`Order`}
        always
        choices={choices}
        chosen={[`${desc ? '-' : ''}${by}`]}
        onChange={([next]) => set({ sort: next === usual ? undefined : next })}
        sx={{ flex: 1 }}
      />
      <WhyNot reason={useSealed()} name={t`Why not by name`} />
    </Box>
  );
}
