import { startWorker } from '../worker.ts';

/** A worker for a test to kill: its job never ends. */
await startWorker(process.env.OWNER_URL as string, {
  jobs: [
    {
      kind: 'interrupted',
      run: () => {
        process.send?.('begun');
        return new Promise(() => {});
      },
    },
  ],
  onError: (error) => console.error(error),
});
