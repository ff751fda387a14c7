import type { CriterionKind, CriterionValue } from '@nodp/cohorts';
import type { ReactNode } from 'react';
import type { OpenBounds } from '../../definition/asked.ts';

/** What an editor of a criterion is given. */
export type EditorProps<Kind extends CriterionKind> = {
  value: CriterionValue<Kind>;
  /** The years the release holds. */
  years: OpenBounds;
  onChange: (value: CriterionValue<Kind>) => void;
};

export type EditorOf<Kind extends CriterionKind> = (props: EditorProps<Kind>) => ReactNode;
