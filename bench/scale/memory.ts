/** Watches how much memory the process takes until asked. */
export const watchMemory = () => {
  let peak = process.memoryUsage.rss();
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, 100);
  return {
    sample,
    /** In MiB. */
    peak: (): number => {
      sample();
      clearInterval(timer);
      return peak / 2 ** 20;
    },
  };
};
