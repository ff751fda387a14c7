/** The answers of a link as they are given: each is saved at once, and again until it is. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answers, type EndedState, LinkEnded, saveAnswer, withAnswer } from './data.ts';

export type Saving = 'saved' | 'saving' | 'failed';

/** Milliseconds until what could not be saved is tried again. */
const AGAIN = 4_000;

export function useAnswers(token: string, initial: Answers, onEnded: (state: EndedState) => void) {
  const [answers, setAnswers] = useState(initial);
  const [saving, setSaving] = useState<Saving>('saved');
  const waiting = useRef(new Map<number, readonly number[]>());
  const busy = useRef(false);

  const save = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setSaving('saving');
    try {
      for (let next = [...waiting.current][0]; next; next = [...waiting.current][0]) {
        const [term, given] = next;
        await saveAnswer(token, term, given);
        // Another answer may have been given while this one was retained.
        if (waiting.current.get(term) === given) waiting.current.delete(term);
      }
      setSaving('saved');
    } catch (error) {
      if (error instanceof LinkEnded) onEnded(error.state);
      else setSaving('failed');
    } finally {
      busy.current = false;
    }
  }, [token, onEnded]);

  useEffect(() => {
    if (saving !== 'failed') return;
    const again = () => void save();
    const timer = setTimeout(again, AGAIN);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [saving, save]);

  useEffect(() => {
    if (saving === 'saved') return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [saving]);

  const give = (term: number, index: number, value: number) => {
    const given = withAnswer(answers[term] ?? [], index, value);
    waiting.current.set(term, given);
    setAnswers({ ...answers, [term]: given });
    void save();
  };
  return { answers, saving, give, save };
}
