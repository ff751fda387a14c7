/** The cases of which an indicator says so, with what is missing of each. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { Filters } from '../../design/filters/filters.tsx';
import { useSearchState } from '../../design/filters/search-state.ts';
import { SelectBox } from '../../design/filters/select-box.tsx';
import { AppLink } from '../../design/links.tsx';
import { Panel } from '../../design/page.tsx';
import { usePaged } from '../../design/paged.ts';
import { PagedTable } from '../../design/paged-table.tsx';
import { resultWords } from '../../figures/indicator-words.ts';
import { useLabel } from '../../i18n/label.ts';
import { askedOf, type Indicator, type ListedCase, RESULTS, type ReadCases } from './data.ts';

const pageSize = 50;

export function CaseList({ indicator, read }: { indicator: Indicator; read: ReadCases }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [search, set] = useSearchState();
  const asked = askedOf(search);
  const { code, years } = indicator;
  const paged = usePaged<ListedCase>(['care-cases', code, asked], (after, signal) =>
    read({ code, ...asked, first: pageSize, after }, signal),
  );
  return (
    <Panel title={t`Patients`} flush>
      <Box sx={{ px: 2 }}>
        <Filters names={['result', 'year']}>
          <SelectBox
            label={t`Judgement`}
            choices={RESULTS.map((value) => ({ value, words: i18n._(resultWords[value]) }))}
            chosen={[asked.result]}
            onChange={([result]) => set({ result: result === 'NOT_MET' ? undefined : result })}
            sx={{ minWidth: 160 }}
          />
          <SelectBox
            label={t`Year of diagnosis`}
            choices={years
              .toReversed()
              .map(({ year }) => ({ value: String(year), words: String(year) }))}
            chosen={asked.year === null ? [] : [String(asked.year)]}
            onChange={([year]) => set({ year })}
            sx={{ minWidth: 180 }}
          />
        </Filters>
      </Box>
      <Box sx={{ height: 420, display: 'flex', flexDirection: 'column' }}>
        <PagedTable
          paged={paged}
          label={t`Patients`}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'patient',
              header: t`Patient`,
              width: 'minmax(130px, 1fr)',
              cell: ({ whose: { id, name, opens } }) =>
                opens ? (
                  <AppLink
                    to="/clinical/patients/$patientId/{-$section}"
                    params={{ patientId: id, section: undefined }}
                    search={{}}
                    preload={false}
                    sx={{ fontWeight: 600 }}
                  >
                    {name}
                  </AppLink>
                ) : (
                  name
                ),
            },
            {
              id: 'diagnosed',
              header: t`Diagnosed`,
              width: '120px',
              cell: ({ diagnosed }) => diagnosed ?? '—',
            },
            {
              id: 'why',
              header: t`What is missing`,
              width: 'minmax(220px, 3fr)',
              wraps: true,
              cell: ({ why }) => (why === null ? '—' : label(why)),
            },
          ]}
          empty={<Trans>No case of your institution</Trans>}
        />
      </Box>
    </Panel>
  );
}
