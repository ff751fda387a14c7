import type { Issue } from '@nodp/record';
import type { Said } from '../edits/edit.ts';

/** Issues as a person reads them, each with its remedy; one without words of its own has its message in both languages. */
export const problemsOf = (issues: readonly Issue[]): Said[] =>
  issues.map(({ message, words }) =>
    words === undefined
      ? { en: message, zh: message }
      : {
          en: `${words.reason.en} ${words.remedy.en}`,
          zh: `${words.reason.zh}${words.remedy.zh}`,
        },
  );
