/** What no code of the terminology names, by the names that the newest release has it under. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { releaseQuery } from '../../queries.ts';
import type { Code } from './code-picker.tsx';

export function useSentNames(what: 'biomarker' | 'drug' | 'histology'): Code[] {
  const findings = useQuery(releaseQuery(null)).data?.release?.findings;
  return useMemo(() => {
    const before = `${what}-sent:`;
    return (findings ?? [])
      .filter(({ finding }) => finding.startsWith(before))
      .map(({ finding, label }) => ({ value: finding.slice(what.length + 1), label }));
  }, [findings, what]);
}
