/** The page of indicators and the page of one, for who knows patients by name and for who knows them by record number. */
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { PageHeader } from '../../design/page.tsx';
import { ErrorPanel, LoadingRows, NotFound } from '../../design/states.tsx';
import { indicatorsQuery, type ReadCases } from './data.ts';
import { OneIndicator } from './indicator.tsx';
import { IndicatorList } from './list.tsx';

export function Indicators({ path, read }: { path: string; read: ReadCases }) {
  const { t } = useLingui();
  const { code } = useParams({ strict: false }) as { code?: string };
  const query = useQuery(indicatorsQuery);
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError)
    return (
      <>
        <PageHeader title={t`Quality indicators`} />
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      </>
    );
  if (code === undefined) return <IndicatorList indicators={query.data} path={path} />;
  const indicator = query.data.find((one) => one.code === code);
  return indicator === undefined ? (
    <NotFound />
  ) : (
    <OneIndicator key={code} indicator={indicator} path={path} read={read} />
  );
}
