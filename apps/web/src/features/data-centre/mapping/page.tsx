/** How files with a header of their own are read: the mappings of an institution, made and corrected. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PageHeader } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { fetchKinds, type UploadKind } from '../upload-request.ts';
import { MappingEditor } from './editor.tsx';
import type { Mapping } from './model.ts';
import { fetchMappings } from './requests.ts';
import { SavedMappings } from './saved.tsx';

export function MappingPage() {
  const { t } = useLingui();
  const label = useLabel();
  const me = useQuery(meQuery);
  const kinds = useQuery({
    queryKey: ['upload-kinds'],
    queryFn: ({ signal }) => fetchKinds(signal),
  });
  const name = label(me.data?.institution?.name);
  return (
    <>
      <PageHeader
        title={t`Mapping`}
        detail={
          me.data?.institution ? (
            <Trans>how files of {name} with columns of their own are read</Trans>
          ) : null
        }
      />
      {me.data?.institution === null ? (
        <Empty>
          <Trans>Mappings are an institution’s: a national account has none.</Trans>
        </Empty>
      ) : kinds.isPending ? (
        <LoadingRows rows={6} />
      ) : kinds.isError ? (
        <ErrorPanel error={kinds.error} retry={() => void kinds.refetch()} />
      ) : (
        <Mappings kinds={kinds.data} />
      )}
    </>
  );
}

function Mappings({ kinds }: { kinds: readonly UploadKind[] }) {
  const [edited, setEdited] = useState<{ readonly mapping: Mapping; readonly at: number } | null>(
    null,
  );
  const saved = useQuery({
    queryKey: ['csv-mappings'],
    queryFn: ({ signal }) => fetchMappings(signal),
  });
  if (saved.isPending) return <LoadingRows rows={4} />;
  if (saved.isError) return <ErrorPanel error={saved.error} retry={() => void saved.refetch()} />;
  return (
    <>
      <SavedMappings
        saved={saved.data}
        kinds={kinds}
        edit={(mapping) => setEdited({ mapping, at: Date.now() })}
      />
      <MappingEditor
        key={edited?.at ?? 0}
        kinds={kinds}
        saved={saved.data}
        edited={edited?.mapping ?? null}
      />
    </>
  );
}
