/** A question's selections with what is known of them. */
import { useLingui } from '@lingui/react/macro';
import { useLabel } from '../../../i18n/label.ts';
import type { MeasureInfo, Source } from '../asked.ts';
import type { Question, Selection } from '../question/question.ts';
import { LETTERS } from '../question/vocabulary.ts';
import { useFilterWords } from './selection-words.ts';

export type Resolved = {
  /** `A`, `B` … */
  readonly letter: string;
  readonly selection: Selection;
  readonly source: Source;
  /** What the source says of the measure. */
  readonly info: MeasureInfo | null;
  /** In the reader's words. */
  readonly words: string;
};

/** What is known of the sources, each by its id. */
export type Known = {
  /** Newest first. */
  readonly sources: readonly Source[];
  readonly measures: ReadonlyMap<string, readonly MeasureInfo[]>;
};

export function useResolved({ sources, measures }: Known): (question: Question) => Resolved[] {
  const { t } = useLingui();
  const label = useLabel();
  const filterWords = useFilterWords();
  return ({ measure, selections }) => {
    const differ = new Set(selections.map(({ source }) => source)).size > 1;
    return selections.flatMap((selection, i): Resolved[] => {
      const source = sources.find(({ id }) => id === (selection.source ?? sources[0]?.id));
      if (!source) return [];
      const parts = [differ ? label(source.label) : '', filterWords(selection.filter, source)];
      return [
        {
          letter: (LETTERS[i] ?? '').toUpperCase(),
          selection,
          source,
          info: measures.get(source.id)?.find((one) => one.measure === measure) ?? null,
          words: parts.filter(Boolean).join(' · ') || t`everything`,
        },
      ];
    });
  };
}
