/** Codes of an institution's own: those that most unmapped records hold first, and what they are mapped to. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listOf } from '../../../address.ts';
import { Filters } from '../../../design/filters/filters.tsx';
import { PickFilter } from '../../../design/filters/pick-filter.tsx';
import { SearchField } from '../../../design/filters/search-field.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { SelectBox } from '../../../design/filters/select-box.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { usePaged } from '../../../design/paged.ts';
import { PagedTable } from '../../../design/paged-table.tsx';
import { Empty } from '../../../design/states.tsx';
import { execute } from '../../../graph/execute.ts';
import { InstitutionNamesDocument, LocalCodesDocument } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { useCodeColumns } from './columns.tsx';
import { MapCode } from './map-code.tsx';
import { TableFileActions, TableFileAnswer, useTableFile } from './table-file.tsx';
import { codesKey, domains, domainWords, type LocalCode, states, stateWords } from './words.ts';

const pageSize = 50;

export function CodeTablesPage() {
  const { t } = useLingui();
  const [search] = useSearchState();
  const { data: me } = useQuery(meQuery);
  const institution = search.institution ?? me?.institution?.id ?? null;
  const file = useTableFile(institution);
  return (
    <>
      <PageHeader
        title={t`Code tables`}
        detail={<Trans>own codes, those that most unmapped records hold first</Trans>}
        actions={institution !== null && <TableFileActions file={file} />}
      />
      <Alert severity="info" sx={{ mb: 1.5 }}>
        <Trans>
          A mapping holds for what comes from now on, in every form; records that came before are
          read again by a job. Nothing that was sent is changed.
        </Trans>
      </Alert>
      <TableFileAnswer file={file} />
      <CodeFilters />
      {me !== undefined && institution === null ? (
        <Empty>
          <Trans>Choose an institution to see its codes</Trans>
        </Empty>
      ) : (
        institution !== null && <Codes institution={institution} />
      )}
    </>
  );
}

function Codes({ institution }: { institution: string }) {
  const { t } = useLingui();
  const [search] = useSearchState();
  const [open, setOpen] = useState<LocalCode | null>(null);
  const state = listOf(search.state, states)[0] ?? 'UNMAPPED';
  const domain = listOf(search.domain, domains)[0] ?? null;
  const words = search.q ?? null;
  const paged = usePaged<LocalCode>(
    [...codesKey, institution, state, domain, words],
    async (after, signal) => {
      const variables = { institution, state, domain, search: words, first: pageSize, after };
      return (await execute(LocalCodesDocument, variables, signal)).localCodes;
    },
  );
  const columns = useCodeColumns(setOpen);
  return (
    <>
      <PagedTable
        paged={paged}
        label={t`Code tables`}
        columns={columns}
        rowKey={(code) => code.id}
        empty={
          state === 'UNMAPPED' && domain === null && words === null ? (
            <Trans>Every code that came is known or mapped</Trans>
          ) : (
            <Trans>No code meets these conditions</Trans>
          )
        }
      />
      {open !== null && <MapCode code={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function CodeFilters() {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [search, set] = useSearchState();
  const { data: me } = useQuery(meQuery);
  const national = me !== undefined && me.institution === null;
  const { data: institutions = [] } = useQuery({
    queryKey: ['institution-names'],
    queryFn: async ({ signal }) =>
      (await execute(InstitutionNamesDocument, {}, signal)).institutions,
    enabled: national,
  });
  return (
    <Filters names={['state', 'domain', 'institution', 'q']}>
      {national && (
        <PickFilter
          single
          label={t`Institution`}
          name="institution"
          choices={institutions.map((i) => ({
            value: i.id,
            words: label(i.name),
            names: [i.name.en, i.name.zh],
            codes: [i.code],
          }))}
        />
      )}
      <SelectBox
        label={t`State`}
        choices={states.map((value) => ({ value, words: i18n._(stateWords[value]) }))}
        chosen={[listOf(search.state, states)[0] ?? 'UNMAPPED']}
        onChange={([value]) => set({ state: value === 'UNMAPPED' ? undefined : value })}
        sx={{ minWidth: 120 }}
      />
      <SelectBox
        label={t`Names`}
        choices={[
          { value: '', words: t`Everything` },
          ...domains.map((value) => ({ value, words: i18n._(domainWords[value]) })),
        ]}
        chosen={[listOf(search.domain, domains)[0] ?? '']}
        always
        onChange={([value]) => set({ domain: value || undefined })}
        sx={{ minWidth: 140 }}
      />
      <SearchField label={t`Code or words`} />
    </Filters>
  );
}
