/** The editor of a criterion of any kind. */
import Skeleton from '@mui/material/Skeleton';
import type { CriterionKind } from '@nodp/cohorts';
import { type ComponentType, Suspense } from 'react';
import type { OpenBounds } from '../definition/asked.ts';
import { editors } from './editors/registry.ts';

type Props = { value: unknown; years: OpenBounds; onChange: (value: unknown) => void };

/** @param props.value of the kind */
export function Editor({ kind, ...props }: Props & { kind: CriterionKind }) {
  const EditorOfKind = editors[kind] as ComponentType<Props>;
  return (
    <Suspense fallback={<Skeleton height={40} />}>
      <EditorOfKind {...props} />
    </Suspense>
  );
}
