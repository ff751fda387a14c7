import type { BackupStep, RestoreStep } from '@nodp/database/backup';
import { Presets, SingleBar } from 'cli-progress';

const words: Readonly<Record<BackupStep | RestoreStep, string>> = {
  COPYING: 'copying the database',
  READING: 'counting rows',
  ARCHIVING: 'waiting for the log',
  RELEASES: 'releases',
  IMAGES: 'images',
  KEYS: 'opening the keys',
  UNPACKING: 'unpacking and checking files',
  FOLLOWING: 'following the log',
  CHECKING: 'checking the database',
};

/** A bar at the terminal, and the end by Ctrl-C: what was begun is taken away again. */
export const withProgress = async <T>(
  work: (
    signal: AbortSignal,
    onProgress: (step: BackupStep | RestoreStep, share: number) => void,
  ) => Promise<T>,
): Promise<T> => {
  const stop = new AbortController();
  const end = () => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  const bar = new SingleBar(
    { format: '{bar} {percentage} % {step}', stream: process.stderr, noTTYOutput: false },
    Presets.shades_classic,
  );
  bar.start(1, 0, { step: '' });
  try {
    return await work(stop.signal, (step, share) => bar.update(share, { step: words[step] }));
  } finally {
    bar.stop();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
  }
};
