/** A statement that is asked at once, in each of its states. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { type Answer, answerQuery } from './queries.ts';

export function Asked({
  project,
  release,
  sql,
  children,
}: {
  project: string;
  release: number;
  sql: string;
  children: (answer: Answer) => ReactNode;
}) {
  const query = useQuery(answerQuery(project, release, sql));
  if (query.isPending) return <LoadingRows rows={6} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  return children(query.data);
}
